/* Messages to the program. Every one names the page that it comes from, so that a late one is seen to be late.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const page = Number (location.pathname.split ('/').at (-1));

const post = (type, fields) => {
  window.webkit.messageHandlers.nd.postMessage ({ type, page, ...fields });
};

const still = () => document.documentElement.classList.contains ('still');
