/* The reader's marks: content of blocks as the program wrote it, and what the margin needs to know of each mark.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const marks = (() => {
  const LINE = 120;             /* code points: no line is longer, so marks farther apart share none */
  const FEW = 20;               /* marks that are put in and taken out one by one */
  const known = new Map ();     /* id → { id, start, end, kind, letter, note, first } */
  let ordered = [];             /* in text order */
  let waiting = [];             /* updates that came while the button was down */

  const compare = (a, b) => a.start - b.start || b.end - a.end;

  /* The first of the ordered marks that does not stand before a range. */
  const find = range => {
    let low = 0, high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare (ordered[middle], range) < 0)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  };

  /* Marks that may stand on common lines make a chain; each knows where its chain begins. */
  const chain = () => {
    let first = 0, end = 0;
    for (let i = 0; i < ordered.length; i++) {
      const mark = ordered[i];
      if (mark.start >= end + LINE)
        first = i;
      mark.first = first;
      if (mark.end > end)
        end = mark.end;
    }
  };

  const remove = mark => {
    let i = find (mark);
    while (ordered[i] !== mark)
      i++;
    ordered.splice (i, 1);
  };

  /* One more or less among thousands must not cost the sorting of all. */
  const replace = (gone, set) => {
    const removed = [...gone, ...set.map (mark => mark.id)].flatMap (id => known.get (id) ?? []);
    for (const id of gone)
      known.delete (id);
    for (const mark of set)
      known.set (mark.id, mark);
    if (removed.length > FEW)
      ordered = ordered.filter (mark => known.get (mark.id) === mark);
    else
      removed.forEach (remove);
    if (set.length > FEW)
      ordered = ordered.concat (set).sort (compare);
    else
      for (const mark of set)
        ordered.splice (find (mark), 0, mark);
    chain ();
  };

  const write = blocks => {
    const written = [];
    for (const [start, html] of blocks) {
      const block = offsets.blockOf (start);
      if (!block)
        continue;
      block.innerHTML = html;
      links.tame (block);
      written.push (block);
    }
    offsets.reindex (written);
  };

  const apply = ({ blocks, gone, set }) => {
    replace (gone, set);
    if (blocks.length > 0) {
      selection.keep (() => write (blocks));
      layers.refresh ();
    }
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

  /* Index of the first that starts at or behind a code point. */
  const firstFrom = at => find ({ start: at, end: Infinity });

  return { watch, update, firstFrom, get ordered () { return ordered; } };
}) ();
