/* Where text stands on the screen, in client coordinates.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const geometry = (() => {
  const sameLine = (a, b) => {
    const overlap = Math.min (a.bottom, b.bottom) - Math.max (a.top, b.top);
    return overlap > Math.min (a.bottom - a.top, b.bottom - b.top) / 2;
  };

  /* One box a line. Rectangles of text only: a range that holds whole elements would add theirs. */
  const lines = (start, end) => {
    const result = [];
    let block = null;
    for (const [entry, from, to] of offsets.pieces (start, end)) {
      for (const rect of offsets.range (from, to).getClientRects ()) {
        if (rect.height === 0 || rect.width === 0)
          continue;
        const last = result.at (-1);
        if (last && block === entry.block && sameLine (last, rect)) {
          last.left = Math.min (last.left, rect.left);
          last.right = Math.max (last.right, rect.right);
          last.top = Math.min (last.top, rect.top);
          last.bottom = Math.max (last.bottom, rect.bottom);
        } else
          result.push ({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
        block = entry.block;
      }
    }
    return result;
  };

  /* The lines of a block, in coordinates of the document: [{ start, top, bottom, rightToLeft }], found by halving, so
   * that it costs the same with thousands of marks in it. Kept until the page is laid out anew. */
  let tables = new WeakMap ();

  const glyph = (at, end) => {
    for (let n = at; n < Math.min (end, at + 4); n++) {
      const rect = offsets.range (n, n + 1).getClientRects ()[0];
      if (rect && rect.height > 0)
        return rect;
    }
    return null;
  };

  const measure = block => {
    const [start, end] = offsets.blockRange (block);
    const rightToLeft = getComputedStyle (block).direction === 'rtl';
    const lines = [];
    for (let at = start; at < end; ) {
      const first = glyph (at, end);
      if (!first)
        break;
      /* The first character that is below this line. */
      let step = 32, low = at + 1, high = at + 1;
      const below = n => {
        const rect = n < end ? glyph (n, end) : null;
        return rect === null || rect.top >= first.bottom - 1;
      };
      while (high < end && !below (high)) {
        low = high + 1;
        high += step;
        step *= 2;
      }
      high = Math.min (high, end);
      while (low < high) {
        const middle = (low + high) >> 1;
        if (below (middle))
          high = middle;
        else
          low = middle + 1;
      }
      lines.push ({ start: at, top: first.top + scrollY, bottom: first.bottom + scrollY, rightToLeft });
      at = Math.max (low, at + 1);
    }
    return lines;
  };

  const table = block => {
    let known = tables.get (block);
    if (!known) {
      known = measure (block);
      tables.set (block, known);
    }
    return known;
  };

  /* The line of a code point; nothing where it is folded away. */
  const lineAt = at => {
    const lines = table (offsets.blockAt (at));
    let low = 0, high = lines.length - 1;
    if (high < 0)
      return null;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lines[middle].start <= at)
        low = middle;
      else
        high = middle - 1;
    }
    return lines[low];
  };

  const forget = () => { tables = new WeakMap (); };

  const rectangle = line => [line.left, line.top, line.right - line.left, line.bottom - line.top];

  const holds = (start, end, x, y) => {
    for (const rect of offsets.range (start, end).getClientRects ()) {
      if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom)
        return true;
    }
    return false;
  };

  /* Longest cluster that is looked through for the character under the pointer. */
  const CLUSTER = 16;

  /* The code point whose glyph is under a point, -1 for none. The caret position alone would also
   * answer for a point far right of the end of a line. */
  const characterAt = (x, y) => {
    const caret = document.caretPositionFromPoint (x, y);
    const block = caret?.offsetNode?.parentElement?.closest ('[data-s]');
    if (!block)
      return -1;
    const at = offsets.toCodePoint (caret.offsetNode, caret.offset, 'start');
    const [first, last] = offsets.blockRange (block);
    if (at < last && holds (at, at + 1, x, y))
      return at;
    /* The glyph may be of a cluster (an emoji of many code points): the caret stands at one of its ends. */
    for (let n = 1; n <= CLUSTER; n++) {
      if (at - n >= first && holds (at - n, at, x, y))
        return at - n;
      if (at + n <= last && holds (at, at + n, x, y))
        return at;
    }
    return -1;
  };

  return { lines, lineAt, forget, rectangle, characterAt };
}) ();
