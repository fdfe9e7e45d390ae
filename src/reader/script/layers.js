/* Layers of machine marks as CSS highlights on disjoint static ranges.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const layers = (() => {
  const MANY = 1000;            /* ranges, from which on only those near the view are set */
  const state = new Map ();     /* name → { ranges: [start, end, start, end, …], shown } */
  let windowed = false;

  const apply = (name, { ranges, shown }) => {
    const highlight = new Highlight ();
    for (let i = 0; shown && i < ranges.length; i += 2) {
      if (!windowed || (ranges[i + 1] > region.start && ranges[i] < region.end))
        highlight.add (offsets.staticRange (ranges[i], ranges[i + 1]));
    }
    highlight.priority = name === 'glow' ? 1 : 0;
    if (highlight.size > 0)
      CSS.highlights.set (`nd-${name}`, highlight);
    else
      CSS.highlights.delete (`nd-${name}`);
  };

  const decide = () => {
    let n = 0;
    for (const { ranges, shown } of state.values ())
      n += shown ? ranges.length / 2 : 0;
    const before = windowed;
    windowed = n > MANY;
    return windowed !== before;
  };

  /* Static ranges die with the nodes of a block that was written anew. */
  const refresh = () => {
    for (const [name, layer] of state)
      apply (name, layer);
  };

  const set = (name, change) => {
    const layer = { ranges: [], shown: true, ...state.get (name), ...change };
    state.set (name, layer);
    if (offsets.empty)
      return;
    if (decide ())
      refresh ();
    else
      apply (name, layer);
  };

  const watch = () => region.onDraw (() => {
    if (windowed)
      refresh ();
  });

  return { watch, set, refresh };
}) ();
