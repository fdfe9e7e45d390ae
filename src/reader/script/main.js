/* Starts when the page is parsed; the last of the modules.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const root = document.documentElement;

const setLook = ({ classes }) => {
  root.className = classes;
  geometry.forget ();
  region.changed ();
};

/* Where a passage stands: its first and last line, or nothing when it is out of view. */
const whereIs = ({ start, end }) => {
  const lines = offsets.empty ? [] : geometry.lines (start, end);
  const inView = lines.filter (line => line.bottom > 0 && line.top < innerHeight);
  if (inView.length === 0)
    return null;
  return [...geometry.rectangle (inView[0]), ...geometry.rectangle (inView.at (-1))];
};

/* Lists of ranges come flat. */
const pairs = list => Array.from ({ length: list.length / 2 }, (_, i) => [list[2 * i], list[2 * i + 1]]);

const folds = {
  all: () => [...document.querySelectorAll ('details')],
  watch () {
    document.addEventListener ('toggle', event => {
      geometry.forget ();
      region.changed ();
      post ('fold', { index: folds.all ().indexOf (event.target), open: event.target.open });
    }, true);
  },
  set (list) {
    const details = folds.all ();
    for (const index of list)
      details[index]?.setAttribute ('open', '');
  },
};

const commands = {
  look: setLook,
  marks: change => marks.update (change),
  layer: ({ name, ranges, shown }) => layers.set (name, ranges ? { ranges, shown } : { shown }),
  sentences: list => pointer.setSentences (pairs (list)),
  outlines: ranges => overlay.setOutlines (ranges),
  picked: list => overlay.setPicked (pairs (list)),
  hits: ({ list, current }) => overlay.setHits (pairs (list), current),
  hit: current => overlay.setHit (current),
  show: ({ start, end }) => position.show (start, end),
  select: ({ start, end }) => {
    selection.set (start, end);
    return whereIs ({ start, end });
  },
  answer: ({ start, end, serial }) => selection.answer (start, end, serial) ? whereIs ({ start, end }) : false,
  unselect: () => selection.clear (),
  caret: () => selection.placeCaret (),
  folds: list => folds.set (list),
  whereIs,
};

Object.defineProperty (globalThis, 'newsdesk', {
  value: Object.freeze ({ call: (name, json) => commands[name] (JSON.parse (json)) }),
});

links.tame (document);
offsets.index ();
for (const module of [overlay, layers, selection, pointer, marks, folds])
  module.watch ();
position.jump (Number (location.hash.slice (1)) || 0);
position.watch ();
root.classList.remove ('resume');
region.changed ();

post ('ready', { length: offsets.length });
requestAnimationFrame (() => requestAnimationFrame (() => post ('painted', {})));
