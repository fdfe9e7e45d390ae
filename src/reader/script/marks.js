/* The reader's marks: content of blocks as the program wrote it, and what the margin needs to know of each mark.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const marks = (() => {
  const LINE = 120;             /* code points: no line is longer, so marks farther apart share none */
  const known = new Map ();     /* id → { id, start, end, kind, letter, note, first } */
  let ordered = [];             /* in text order */
  let waiting = [];             /* updates that came while the button was down */

  /* Marks that may stand on common lines make a chain; each knows where its chain begins. */
  const order = () => {
    let first = 0, end = 0;
    ordered = [...known.values ()].sort ((a, b) => a.start - b.start || b.end - a.end);
    ordered.forEach ((mark, i) => {
      if (mark.start >= end + LINE)
        first = i;
      mark.first = first;
      end = Math.max (end, mark.end);
    });
  };

  const write = blocks => {
    for (const [start, html] of blocks) {
      const block = document.querySelector (`[data-s="${Number (start)}"]`);
      if (!block)
        continue;
      block.innerHTML = html;
      links.tame (block);
      offsets.reindex (block);
    }
  };

  const apply = ({ blocks, gone, set }) => {
    for (const id of gone)
      known.delete (id);
    for (const mark of set)
      known.set (mark.id, mark);
    order ();
    if (blocks.length > 0)
      selection.keep (() => write (blocks));
    layers.refresh ();
    region.changed ();
  };

  /* Nodes under a moving pointer are left alone. */
  const update = change => {
    if (selection.pressed)
      waiting.push (change);
    else
      apply (change);
  };

  const released = () => setTimeout (() => {
    for (const change of waiting.splice (0))
      apply (change);
  }, 0);

  const watch = () => {
    addEventListener ('pointerup', released, true);
    addEventListener ('pointercancel', released, true);
  };

  return { watch, update, get ordered () { return ordered; } };
}) ();
