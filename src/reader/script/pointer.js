/* What the pointer and the keys do on text, marks and links.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const pointer = (() => {
  const SLOP = 4;               /* px between press and release of a click */
  let sentences = [];           /* [start, end], in text order */
  let pressX = 0, pressY = 0;
  let hovered = null;           /* the element of a run */
  let hoverTarget = null, hoverPending = false;
  let hoverX = 0, hoverY = 0;
  let over = null;              /* the range of a layer under the pointer */

  const closest = (target, selector) => target?.closest?.(selector) ?? null;

  const firstOf = element => {
    const text = document.createTreeWalker (element, NodeFilter.SHOW_TEXT).nextNode ();
    return text ? offsets.toCodePoint (text, 0, 'start') : -1;
  };

  const lineOf = (at, fallback) => {
    const line = at >= 0 ? geometry.lines (at, at + 1)[0] : null;
    return line ? geometry.rectangle (line) : fallback;
  };

  const sentenceAt = at => {
    let low = 0, high = sentences.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (sentences[middle][1] <= at)
        low = middle + 1;
      else if (sentences[middle][0] > at)
        high = middle - 1;
      else
        return sentences[middle];
    }
    return null;
  };

  const pressed = event => {
    pressX = event.clientX;
    pressY = event.clientY;
  };

  /* Third press: the sentence; fourth and more: the block. WebKit knows no abbreviations. */
  const multiplePress = event => {
    const block = closest (event.target, '[data-s]');
    if (event.button !== 0 || event.detail < 3 || !block)
      return;
    const caret = document.caretPositionFromPoint (event.clientX, event.clientY);
    if (!caret)
      return;
    const at = offsets.toCodePoint (caret.offsetNode, caret.offset, 'start');
    const [first, last] = offsets.blockRange (block);
    const range = event.detail === 3 ? sentenceAt (Math.min (at, last - 1)) : [first, last];
    if (!range)
      return;
    event.preventDefault ();
    selection.draw (Math.max (first, range[0]), Math.min (last, range[1]));
  };

  const clicked = event => {
    const link = closest (event.target, 'a');
    if (event.button !== 0 || closest (event.target, 'summary, .nd-stripe'))
      return;
    /* A click that the keyboard made has no place. */
    if (event.detail === 0) {
      if (link)
        post ('link', { at: firstOf (link) });
      return;
    }
    const moved = Math.max (Math.abs (event.clientX - pressX), Math.abs (event.clientY - pressY)) > SLOP;
    if (moved || event.shiftKey || !getSelection ().isCollapsed)
      return;
    const at = geometry.characterAt (event.clientX, event.clientY);
    if (link && (event.ctrlKey || !closest (event.target, 'mark')))
      post ('link', { at: firstOf (link) });
    else
      post ('click', { at, box: lineOf (at, [event.clientX, event.clientY, 1, 1]) });
  };

  const keyPressed = event => {
    const mark = closest (document.activeElement, 'mark');
    const link = closest (document.activeElement, 'a');
    if (event.key !== 'Enter' || (!mark && !link))
      return;
    const at = firstOf (mark ?? link);
    event.preventDefault ();
    if (mark)
      post ('click', { at, box: lineOf (at, [0, 0, 1, 1]) });
    else
      post ('link', { at });
  };

  const menuAsked = event => {
    event.preventDefault ();
    const byKey = event.clientX === 0 && event.clientY === 0;
    const at = byKey ? selection.current ()[0] : geometry.characterAt (event.clientX, event.clientY);
    post ('menu', { at, box: byKey ? lineOf (at, [0, 0, 1, 1]) : [event.clientX, event.clientY, 1, 1] });
  };

  /* Highlights hear of no pointer: what is under it is looked up. */
  const hoverLayers = () => {
    const at = selection.pressed || !hoverTarget ? -1 : geometry.characterAt (hoverX, hoverY);
    const range = at < 0 ? null : layers.under (at);
    if (range?.[0] === over?.[0] && range?.[1] === over?.[1])
      return;
    over = range;
    post ('over', { at: range ? at : -1, box: range ? lineOf (at, [hoverX, hoverY, 1, 1]) : [0, 0, 1, 1] });
  };

  const hover = () => {
    hoverPending = false;
    hoverLayers ();
    const mark = selection.pressed ? null : closest (hoverTarget, 'mark');
    if (mark === hovered)
      return;
    hovered = mark;
    post ('hover', { at: mark ? firstOf (mark) : -1 });
  };

  const pointerMoved = event => {
    hoverTarget = event.target;
    hoverX = event.clientX;
    hoverY = event.clientY;
    if (!hoverPending) {
      hoverPending = true;
      requestAnimationFrame (hover);
    }
  };

  const pointerLeft = () => pointerMoved ({ target: null });

  const watch = () => {
    addEventListener ('pointerdown', pressed, true);
    addEventListener ('mousedown', multiplePress, true);
    addEventListener ('click', clicked, true);
    addEventListener ('auxclick', event => event.preventDefault (), true);
    addEventListener ('keydown', keyPressed, true);
    addEventListener ('contextmenu', menuAsked, true);
    addEventListener ('pointermove', pointerMoved, { passive: true });
    document.documentElement.addEventListener ('pointerleave', pointerLeft);
  };

  return { watch, setSentences: list => { sentences = list; } };
}) ();
