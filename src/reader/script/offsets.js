/* Code points of the canonical text and the text nodes that show them. UTF-16 lives here only.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const offsets = (() => {
  const FEW = 8;                /* blocks, more of which are indexed with all others */
  let blocks = [];              /* elements, in text order */
  let starts = [];              /* { start, end, block } of each that has text */
  let nodes = [];               /* { node, block, start, end }, in text order */
  const entries = new WeakMap ();
  const extents = new WeakMap ();   /* block → [start, end] */

  const count = (data, length) => {
    let n = 0;
    for (let i = 0; i < length; i++) {
      const unit = data.charCodeAt (i);
      if (unit < 0xdc00 || unit > 0xdfff)
        n++;
    }
    return n;
  };

  const collect = block => {
    const found = [];
    const walk = document.createTreeWalker (block, NodeFilter.SHOW_TEXT);
    let at = Number (block.dataset.s);
    for (let node; (node = walk.nextNode ()); ) {
      const entry = { node, block, start: at, end: at + count (node.data, node.data.length) };
      entries.set (node, entry);
      at = entry.end;
      if (entry.end > entry.start)
        found.push (entry);
    }
    extents.set (block, [Number (block.dataset.s), at]);
    return found;
  };

  const index = () => {
    blocks = [...document.querySelectorAll ('[data-s]')];
    nodes = blocks.flatMap (collect);
    starts = blocks.map (block => ({ start: extents.get (block)[0], end: extents.get (block)[1], block }))
      .filter (({ start, end }) => start < end);
  };

  /* The index of the last in a list that starts at or before a code point, else of the first. */
  const findIn = (list, at) => {
    let low = 0, high = list.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (list[middle].start <= at)
        low = middle;
      else
        high = middle - 1;
    }
    return low;
  };

  const find = at => findIn (nodes, at);

  /* After the content of some blocks was written anew. */
  const reindex = written => {
    if (written.length > FEW) {
      index ();
      return;
    }
    for (const block of written) {
      const first = nodes.length ? find (Number (block.dataset.s)) : -1;
      const found = collect (block);
      if (first < 0 || nodes[first].block !== block) {
        index ();
        return;
      }
      let last = first;
      while (last < nodes.length && nodes[last].block === block)
        last++;
      /* No splice: a block may have more nodes than a function may have arguments. */
      nodes = nodes.slice (0, first).concat (found, nodes.slice (last));
    }
  };

  /* A boundary may stand at an element (a triple click ends before the next block): a start is
   * rounded forward to the next text, an end back to the text before. */
  const toCodePoint = (container, offset, side) => {
    const entry = entries.get (container);
    if (entry && container.isConnected)
      return entry.start + count (container.data, offset);
    if (nodes.length === 0)
      return 0;
    const boundary = new Range ();
    boundary.setStart (container, offset);
    boundary.collapse (true);
    let low = 0, high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boundary.comparePoint (nodes[middle].node, 0) >= 0)
        high = middle;
      else
        low = middle + 1;
    }
    if (side === 'start')
      return low < nodes.length ? nodes[low].start : nodes.at (-1).end;
    return low > 0 ? nodes[low - 1].end : nodes[0].start;
  };

  const place = (entry, at) => {
    const data = entry.node.data;
    let unit = 0;
    for (let left = Math.min (at, entry.end) - entry.start; left > 0; left--)
      unit += data.codePointAt (unit) > 0xffff ? 2 : 1;
    return [entry.node, unit];
  };

  /* Where a code point stands: [text node, UTF-16 offset]. */
  const locate = (at, isEnd) => {
    let i = find (at);
    if (isEnd && i > 0 && at === nodes[i].start)
      i--;
    return place (nodes[i], at);
  };

  const range = (start, end) => {
    const result = new Range ();
    result.setStart (...locate (start, false));
    result.setEnd (...locate (end, true));
    return result;
  };

  const staticRange = (start, end) => {
    const [startContainer, startOffset] = locate (start, false);
    const [endContainer, endOffset] = locate (end, true);
    return new StaticRange ({ startContainer, startOffset, endContainer, endOffset });
  };

  /* The pieces of a range by text node: [entry, start, end]. */
  const pieces = (start, end) => {
    const result = [];
    for (let i = nodes.length ? find (start) : 0; i < nodes.length && nodes[i].start < end; i++) {
      const from = Math.max (start, nodes[i].start), to = Math.min (end, nodes[i].end);
      if (from < to)
        result.push ([nodes[i], from, to]);
    }
    return result;
  };

  /* What the program should find in its own text at the same place. */
  const text = (start, end) => {
    let result = '', at = start;
    for (const [entry, from, to] of pieces (start, end)) {
      result += '\n'.repeat (from - at);
      result += entry.node.data.slice (place (entry, from)[1], place (entry, to)[1]);
      at = to;
    }
    return result + '\n'.repeat (end - at);
  };

  const blockOf = start => {
    const found = starts[findIn (starts, start)];
    return found?.start === start ? found.block : null;
  };

  const blockAt = at => starts[findIn (starts, at)].block;

  const blockRange = block => extents.get (block);

  return {
    index, reindex, toCodePoint, locate, range, staticRange, pieces, text, blockAt, blockOf, blockRange,
    get blocks () { return blocks; },
    get length () { return nodes.length ? nodes.at (-1).end : 0; },
    get empty () { return nodes.length === 0; },
  };
}) ();
