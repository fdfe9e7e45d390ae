/* The reading position: the first text in view. It stays where it is when the page is laid out anew.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const position = (() => {
  const REST = 150;             /* ms without a scroll event */
  const MARGIN = 56;            /* px kept above and below a passage that is shown */
  let anchor = { at: 0, top: 0 };
  let timer = 0;
  let expected = -1;            /* where our own correction scrolled to */
  let observer = null;

  const boxOf = block => (block.closest ('details:not([open])') ?? block).getBoundingClientRect ();

  /* The box of a character; collapsed white space has none, so the next ones are tried. */
  const characterBox = (at, end) => {
    for (let n = at; n < Math.min (end, at + 8); n++) {
      const rect = offsets.range (n, n + 1).getClientRects ()[0];
      if (rect && rect.height > 0)
        return rect;
    }
    return null;
  };

  /* The first code point whose line ends below `y`. */
  const firstBelow = y => {
    const blocks = offsets.blocks;
    let low = 0, high = blocks.length - 1;
    if (high < 0)
      return { at: 0, top: 0 };
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boxOf (blocks[middle]).bottom > y)
        high = middle;
      else
        low = middle + 1;
    }
    const block = blocks[low];
    const [start, end] = offsets.blockRange (block);
    if (block.closest ('details:not([open])'))
      return { at: start, top: boxOf (block).top };
    let first = start, last = Math.max (start, end - 1);
    while (first < last) {
      const middle = (first + last) >> 1;
      const rect = characterBox (middle, end);
      if (rect === null || rect.bottom > y)
        last = middle;
      else
        first = middle + 1;
    }
    return { at: first, top: (characterBox (first, end) ?? boxOf (block)).top };
  };

  const remember = () => {
    anchor = scrollY > 0 ? firstBelow (0) : { at: 0, top: 0 };
  };

  const scrollBy = distance => {
    if (Math.abs (distance) < 0.5)
      return;
    window.scrollBy ({ top: distance, behavior: 'instant' });
    expected = scrollY;
  };

  const topOf = at => {
    const block = offsets.locate (at, false)[0].parentElement.closest ('[data-s]');
    if (block.closest ('details:not([open])'))
      return boxOf (block).top;
    const end = offsets.blockRange (block)[1];
    return (characterBox (at, end) ?? boxOf (block)).top;
  };

  /* After a change of width, font or zoom. */
  const restore = () => {
    if (anchor.at > 0 && !offsets.empty)
      scrollBy (topOf (anchor.at) - anchor.top);
  };

  const jump = at => {
    if (offsets.empty || at <= 0)
      return;
    at = Math.min (at, offsets.length);
    anchor = { at, top: 8 };
    scrollBy (topOf (at) - 8);
  };

  const rested = () => {
    timer = 0;
    post ('position', { at: anchor.at });
  };

  const scrolled = () => {
    region.moved ();
    const ours = scrollY === expected;
    expected = -1;
    if (ours)
      return;
    remember ();
    if (timer === 0)
      post ('scrolling', {});
    clearTimeout (timer);
    timer = setTimeout (rested, REST);
  };

  const open = at => {
    const details = offsets.locate (at, false)[0].parentElement.closest ('details:not([open])');
    if (details)
      details.open = true;
  };

  /* Brings a passage into view; one that is in view does not move. */
  const show = (start, end) => {
    if (offsets.empty)
      return;
    open (start);
    const lines = geometry.lines (start, end);
    if (lines.length === 0)
      return;
    const top = lines[0].top, bottom = Math.min (lines.at (-1).bottom, top + innerHeight / 2);
    if (top >= MARGIN && bottom <= innerHeight - MARGIN)
      return;
    const distance = top - innerHeight / 3;
    const smooth = !still () && Math.abs (distance) < 2 * innerHeight;
    window.scrollBy ({ top: distance, behavior: smooth ? 'smooth' : 'instant' });
  };

  const watch = () => {
    const relaid = () => {
      geometry.forget ();
      restore ();
      region.changed ();
    };
    observer = new ResizeObserver (relaid);
    observer.observe (document.documentElement);
    for (const element of document.querySelectorAll ('main, article'))
      observer.observe (element);
    addEventListener ('scroll', scrolled, { passive: true });
    addEventListener ('resize', relaid);
  };

  return { watch, jump, show, open, remember, restore, firstBelow };
}) ();
