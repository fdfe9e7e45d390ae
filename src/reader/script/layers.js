/* Layers of machine marks as CSS highlights on disjoint static ranges.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const layers = (() => {
  /* Only the topmost line is drawn: that of a name in a quote, not that of the quote. */
  const PRIORITY = { quotes: 0, statements: 0, glow: 2 };
  const MANY = 1000;            /* ranges, from which on only those near the view are set */
  const state = new Map ();     /* name → { ranges: [start, end, start, end, …], shown } */
  let windowed = false;

  const apply = (name, { ranges, shown }) => {
    const highlight = new Highlight ();
    /* WebKit paints anew what a range leaves only where the range itself is taken out. */
    const before = CSS.highlights.get (`nd-${name}`);
    for (const range of before ? [...before] : [])
      before.delete (range);
    for (let i = 0; shown && i < ranges.length; i += 2) {
      if (!windowed || (ranges[i + 1] > region.start && ranges[i] < region.end))
        highlight.add (offsets.staticRange (ranges[i], ranges[i + 1]));
    }
    highlight.priority = PRIORITY[name] ?? 1;
    CSS.highlights.delete (`nd-${name}`);
    if (highlight.size > 0)
      CSS.highlights.set (`nd-${name}`, highlight);
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

  const isUnder = (ranges, at) => {
    let low = 0, high = ranges.length / 2 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (ranges[2 * middle + 1] <= at)
        low = middle + 1;
      else if (ranges[2 * middle] > at)
        high = middle - 1;
      else
        return 2 * middle;
    }
    return -1;
  };

  /* The smallest range of the shown layers over a code point: [start, end], or nothing. */
  const under = at => {
    let best = null;
    for (const [name, { ranges, shown }] of state) {
      const i = shown && name !== 'glow' ? isUnder (ranges, at) : -1;
      if (i >= 0 && (best === null || ranges[i + 1] - ranges[i] < best[1] - best[0]))
        best = [ranges[i], ranges[i + 1]];
    }
    return best;
  };

  const watch = () => region.onDraw (() => {
    if (windowed)
      refresh ();
  });

  return { watch, set, refresh, under };
}) ();
