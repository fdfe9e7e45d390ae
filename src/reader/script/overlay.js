/* Drawn over the text and beside it: outlines of marks, margin stripes, boxes of find hits. Nothing in it is text, so that copy and find never see it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const overlay = (() => {
  const LANES = 3;
  const CHAIN = 200;            /* marks before the view that are looked at for their lanes */
  const root = document.createElement ('div');
  const groups = {};
  let outlines = { hovered: null, selected: null };
  let hits = [], hit = -1;

  const make = (className, left, top, width, height) => {
    const element = document.createElement ('div');
    element.className = className;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    return element;
  };

  const boxes = (start, end, className) => geometry.lines (start, end).map (line =>
    make (className, line.left + scrollX, line.top + scrollY, line.right - line.left, line.bottom - line.top));

  const drawOutlines = () => {
    const elements = [];
    for (const name of ['hovered', 'selected']) {
      const range = outlines[name];
      if (range)
        elements.push (...boxes (range[0], range[1], `nd-outline nd-${name}`));
    }
    groups.outlines.replaceChildren (...elements);
  };

  const drawHits = () => {
    const elements = [];
    hits.forEach (([start, end], i) => {
      if (i === hit || (end > region.start && start < region.end))
        elements.push (...boxes (start, end, i === hit ? 'nd-hit nd-current' : 'nd-hit'));
    });
    groups.hits.replaceChildren (...elements);
  };

  const stripe = (mark, lane, line, bottom, column, rightToLeft) => {
    const left = (rightToLeft ? column.right : column.left) + scrollX;
    const element = make ('nd-stripe', left, line.top + scrollY, 0, bottom - line.top);
    element.style.removeProperty ('width');
    element.dataset.lane = lane;
    element.dataset.letter = mark.letter;
    element.classList.add (`k-${mark.kind}`);
    element.classList.toggle ('nd-noted', mark.note);
    element.classList.toggle ('nd-right', rightToLeft);
    element.addEventListener ('click', () => {
      const first = geometry.lines (mark.start, mark.end)[0];
      if (first)
        post ('stripe', { id: mark.id, box: geometry.rectangle (first) });
    });
    return element;
  };

  /* Marks near the view, from the beginning of a chain on, so that no lane changes while scrolling. */
  const marksToDraw = () => {
    const all = marks.ordered;
    const from = all.findIndex (mark => mark.end > region.start);
    if (from < 0)
      return [];
    const first = Math.max (all[from].first, from - CHAIN);
    const result = [];
    for (let i = first; i < all.length && all[i].start < region.end; i++)
      result.push (all[i]);
    return result;
  };

  const drawStripes = () => {
    const column = document.querySelector ('article')?.getBoundingClientRect ();
    const lanes = [];           /* bottom of the last bar in each */
    const elements = [];
    let badge = null, more = 0;
    for (const mark of column ? marksToDraw () : []) {
      const lines = geometry.lines (mark.start, mark.end);
      if (lines.length === 0)
        continue;
      const line = lines[0], bottom = lines.at (-1).bottom;
      let lane = lanes.findIndex (end => end <= line.top + 1);
      if (lane < 0)
        lane = lanes.length;
      lanes[lane] = bottom;
      const block = offsets.locate (mark.start, false)[0].parentElement;
      const element = stripe (mark, Math.min (lane, LANES), line, bottom, column, getComputedStyle (block).direction === 'rtl');
      if (lane < LANES)
        elements.push (element);
      else if (badge && badge.style.top === element.style.top)
        badge.dataset.letter = `+${++more}`;
      else {
        more = 1;
        badge = element;
        badge.dataset.letter = '+1';
        badge.classList.add ('nd-more');
        elements.push (badge);
      }
    }
    groups.stripes.replaceChildren (...elements);
  };

  const draw = () => {
    drawStripes ();
    drawOutlines ();
    drawHits ();
  };

  const setOutlines = next => {
    outlines = next;
    drawOutlines ();
  };

  const setHits = (list, current) => {
    hits = list;
    hit = current;
    drawHits ();
  };

  const setHit = current => {
    hit = current;
    drawHits ();
  };

  const watch = () => {
    root.id = 'nd-overlay';
    root.setAttribute ('aria-hidden', 'true');
    for (const name of ['stripes', 'outlines', 'hits']) {
      groups[name] = document.createElement ('div');
      root.append (groups[name]);
    }
    document.body.append (root);
    region.onDraw (draw);
  };

  return { watch, setOutlines, setHits, setHit };
}) ();
