/** Puts the address in order before the router reads it: this must be the first thing that main imports. */

import { isTokenInAddress, takeTokenFromAddress } from "./api/token";
import { language } from "./language";

/** Turn the query string of a shared link (?base=…) into the hash that the views read. */
function moveQueryIntoHash(): void {
  const query = location.search;
  if (!/[?&](video|base|bucket)=/.test(query)) return;
  history.replaceState(history.state, "", `${location.pathname}#/open${query}`);
}

document.documentElement.lang = language;
takeTokenFromAddress();
// The address of a service started anew, put into the tab of the old one: only what lies behind # changes.
addEventListener("popstate", () => isTokenInAddress() && location.reload());
moveQueryIntoHash();
