/* Runs after offsets.js, in a world of its own: every range of the page there and back. `argument` is
 * the canonical text; the result is empty or says what is wrong.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

offsets.index ();
const letters = [...argument];
const faults = [];
const fault = text => { if (faults.length < 5) faults.push (text); };

/* Where the blocks end; a range cannot begin or end in the blank line that the page lacks. */
const extents = offsets.blocks.map (block => offsets.blockRange (block));
const startOf = at => {
  let last = 0;
  for (const [start, end] of extents)
    if (start <= at)
      last = Math.min (at, end);
  return last;
};
const endOf = at => {
  let last = 0;
  for (const [start, end] of extents)
    if (start < at)
      last = Math.min (at, end);
  return last;
};

if (offsets.length !== letters.length)
  fault (`length ${offsets.length}, not ${letters.length}`);

let n = 0;
const step = letters.length > 300 ? 37 : 1;
for (let start = 0; start < letters.length; start++) {
  for (let end = start + 1; end <= letters.length; end += step) {
    const wanted = letters.slice (start, end).join ('');
    const range = offsets.range (start, end);
    const from = offsets.toCodePoint (range.startContainer, range.startOffset, 'start');
    const to = offsets.toCodePoint (range.endContainer, range.endOffset, 'end');
    n++;
    if (offsets.text (start, end) !== wanted)
      fault (`text of ${start}–${end}: “${offsets.text (start, end)}” for “${wanted}”`);
    if (startOf (start) < endOf (end) && (from !== startOf (start) || to !== endOf (end)))
      fault (`${start}–${end} came back as ${from}–${to}`);
  }
}

/* Boundaries at elements, against the plain way: the texts before and after by their order. */
const texts = offsets.blocks.flatMap (block => {
  const walk = document.createTreeWalker (block, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node, at = Number (block.dataset.s); (node = walk.nextNode ()); at += [...node.data].length)
    found.push ({ node, start: at, end: at + [...node.data].length });
  return found;
});
let elements = 0;
for (const element of document.querySelectorAll ('article, article *')) {
  for (let child = 0; child <= element.childNodes.length; child++) {
    const boundary = new Range ();
    boundary.setStart (element, child);
    const after = texts.find (text => boundary.comparePoint (text.node, 0) >= 0);
    const before = texts.findLast (text => boundary.comparePoint (text.node, text.node.length) <= 0);
    const start = after ? after.start : texts.at (-1).end;
    const end = before ? before.end : texts[0].start;
    elements++;
    if (offsets.toCodePoint (element, child, 'start') !== start || offsets.toCodePoint (element, child, 'end') !== end)
      fault (`${element.localName} ${child}: ${offsets.toCodePoint (element, child, 'start')} and ` +
             `${offsets.toCodePoint (element, child, 'end')}, not ${start} and ${end}`);
  }
}

return faults.length ? faults.join ('\n') : `${n} ranges and ${elements} boundaries`;
