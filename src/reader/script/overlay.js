/* Drawn over the text and beside it: outlines of marks, margin stripes, boxes of find hits. Nothing in it is text, so that copy and find never see it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const overlay = (() => {
  const LANES = 3;
  const NARROW = 600;           /* px; the margin of a narrower page has no room for letters (marks.css) */
  const WIDE_MARGIN = { width: 14, gap: 22, step: 15 };
  const NARROW_MARGIN = { width: 10, gap: 17, step: 5 };
  const CHAIN = 200;            /* marks before the view that are looked at for their lanes */
  const root = document.createElement ('div');
  const groups = {};
  let outlines = { hovered: null, selected: null };
  let picked = [];              /* a result of the analysis: its ranges */
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
    for (const [start, end] of picked)
      elements.push (...boxes (start, end, 'nd-outline nd-picked'));
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

  const stripe = (mark, lane, line, bottom, column) => {
    const { width, gap, step } = innerWidth > NARROW ? WIDE_MARGIN : NARROW_MARGIN;
    const away = gap + Math.min (lane, LANES - 1) * step;
    const left = scrollX + (line.rightToLeft ? column.right + away - width : column.left - away);
    const element = make (`nd-stripe k-${mark.kind}`, left, line.top, width, bottom - line.top);
    element.dataset.letter = mark.letter;
    element.dataset.id = mark.id;
    element.classList.toggle ('nd-noted', mark.note);
    element.classList.toggle ('nd-right', line.rightToLeft);
    return element;
  };

  const clicked = event => {
    const id = event.target.dataset.id;
    const mark = marks.ordered.find (candidate => candidate.id === id);
    const line = mark ? geometry.lines (mark.start, mark.end)[0] : null;
    if (line)
      post ('stripe', { id, box: geometry.rectangle (line) });
  };

  /* The first of the marks near the view, from the beginning of a chain on, so that no lane changes while scrolling. */
  const firstToDraw = () => {
    const from = marks.ordered.findIndex (mark => mark.end > region.start);
    return from < 0 ? marks.ordered.length : Math.max (marks.ordered[from].first, from - CHAIN);
  };

  const drawStripes = () => {
    const column = document.querySelector ('article')?.getBoundingClientRect ();
    const all = column ? marks.ordered : [];
    const lanes = [0, 0, 0];    /* bottom of the last bar in each */
    const above = all.length > 0 ? geometry.lineAt (region.start)?.top ?? 0 : 0;
    const elements = [];
    let badge = null, badgeTop = -1, more = 0;
    for (let i = firstToDraw (); i < all.length && all[i].start < region.end; i++) {
      const mark = all[i];
      const line = geometry.lineAt (mark.start);
      if (!line)
        continue;
      const lane = lanes.findIndex (bottom => bottom <= line.top + 1);
      if (lane >= 0) {
        const last = geometry.lineAt (mark.end - 1);
        if (!last)
          continue;
        lanes[lane] = last.bottom;
        elements.push (stripe (mark, lane, line, last.bottom, column));
      } else if (badgeTop === line.top)
        more++;
      else {
        if (badge)
          badge.dataset.letter = `+${more}`;
        more = 1;
        badge = stripe (mark, LANES, line, line.bottom, column);
        badge.classList.add ('nd-more');
        badgeTop = line.top;
        elements.push (badge);
      }
      /* Where all lanes are taken as far as the view, marks that begin above it are out of sight. */
      if (mark.start < region.start && lanes.every (bottom => bottom > above + 1))
        i = Math.max (i, marks.firstFrom (region.start) - 1);
    }
    if (badge)
      badge.dataset.letter = `+${more}`;
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

  const setPicked = list => {
    picked = list;
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
    root.addEventListener ('click', clicked);
    document.body.append (root);
    region.onDraw (draw);
  };

  return { watch, setOutlines, setPicked, setHits, setHit };
}) ();
