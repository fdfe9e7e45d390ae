/* The live selection: reported when it has come to rest, set by the program when it was trimmed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const selection = (() => {
  const QUIET = 120;            /* ms after the last change by keyboard or assistive technology */
  const FEW = 8;                /* px: a line of which no more is left is out of view */
  let serial = 0;
  let shown = [0, 0];           /* what the program knows */
  let pressed = false;
  let fromText = false;
  let timer = 0;

  const current = () => {
    const live = getSelection ();
    if (live.rangeCount === 0 || live.isCollapsed)
      return [0, 0];
    const range = live.getRangeAt (0);
    const start = offsets.toCodePoint (range.startContainer, range.startOffset, 'start');
    const end = offsets.toCodePoint (range.endContainer, range.endOffset, 'end');
    return start < end ? [start, end] : [0, 0];
  };

  const report = exact => {
    clearTimeout (timer);
    timer = 0;
    const [start, end] = current ();
    if (start === shown[0] && end === shown[1])
      return;
    shown = [start, end];
    post ('selection', { start, end, exact, serial: ++serial, text: offsets.text (start, end) });
  };

  const set = (start, end) => {
    shown = [start, end];
    const live = getSelection ();
    if (start >= end || offsets.empty) {
      live.removeAllRanges ();
      return;
    }
    const backward = !live.isCollapsed && live.rangeCount > 0 &&
      live.anchorNode !== live.getRangeAt (0).startContainer;
    const from = offsets.locate (start, false), to = offsets.locate (end, true);
    if (backward)
      live.setBaseAndExtent (...to, ...from);
    else
      live.setBaseAndExtent (...from, ...to);
  };

  /* A selection that the reader made by way of ours: it is still to be reported. */
  const draw = (start, end) => {
    set (start, end);
    shown = [-1, -1];
  };

  /* The program's answer to a report; late when the reader has gone on. */
  const answer = (start, end, number) => {
    if (number !== serial || pressed)
      return false;
    set (start, end);
    return true;
  };

  /* Runs a change of the page that replaces the nodes under the selection. */
  const keep = change => {
    const [start, end] = current ();
    change ();
    if (start < end) {
      const known = shown;
      set (start, end);
      shown = known;
    }
  };

  /* Keys move a caret that is there; a reader who came without a click gets one at the first text in view. */
  const placeCaret = () => {
    const live = getSelection ();
    const [start, end] = current ();
    if (offsets.empty || start < end)
      return;
    if (live.rangeCount > 0 && live.anchorNode.parentElement?.closest ('[data-s]')) {
      const { top, bottom } = live.getRangeAt (0).getBoundingClientRect ();
      if (bottom > 0 && top < innerHeight)
        return;
    }
    live.collapse (...offsets.locate (position.firstBelow (FEW).at, false));
  };

  const clear = () => {
    getSelection ().removeAllRanges ();
    report (false);
  };

  const press = event => {
    if (event.button !== 0)
      return;
    pressed = true;
    fromText = event.target.closest?.('[data-s]') != null;
    /* The body cannot be selected, so a click beside the text would leave the selection standing. */
    if (!fromText && !event.target.closest?.('.nd-stripe'))
      getSelection ().removeAllRanges ();
  };

  /* WebKit has not updated the selection yet when the button comes up. */
  const release = event => {
    if (!pressed)
      return;
    pressed = false;
    setTimeout (() => report (event.altKey), 0);
  };

  const changed = () => {
    if (pressed)
      return;
    clearTimeout (timer);
    timer = setTimeout (report, QUIET, false);
  };

  const watch = () => {
    addEventListener ('pointerdown', press, true);
    addEventListener ('pointerup', release, true);
    addEventListener ('pointercancel', release, true);
    document.addEventListener ('selectionchange', changed);
  };

  return { watch, set, draw, answer, keep, placeCaret, clear, current, get pressed () { return pressed; } };
}) ();
