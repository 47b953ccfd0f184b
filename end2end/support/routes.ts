// The sitemap, as the crawl, the gates and the gallery of screenshots walk it.
import type { Role } from "./people.ts";

/** An address, and what it answers. */
export interface Route {
  path: string;
  /** Whether it needs a session: without one it leads to the sign-in page. */
  isPrivate: boolean;
  /** The status for those who may see it. */
  status: number;
  /** The roles that may, where not all of those do who are signed in: the others are told so. */
  readers?: readonly Role[];
}

const open = (path: string, status = 200): Route => ({ path, isPrivate: false, status });
const closed = (path: string): Route => ({ path, isPrivate: true, status: 200 });
const closedTo = (path: string, readers: readonly Role[]): Route => ({ ...closed(path), readers });

/** Every page (`app/src/routes.rs`). */
export const PAGES: readonly Route[] = [
  closed("/"),
  open("/sign-in"),
  open("/invitation", 410),
  closed("/account"),
  closed("/benefits/software"),
  closed("/benefits/cloud"),
  closed("/benefits/visual-studio"),
  closed("/benefits/visual-studio/seats"),
  closed("/benefits/technical"),
  closed("/benefits/go-to-market"),
  closedTo("/activity", ["global-admin", "mpn-partner-admin"]),
  open("/accessibility"),
  open("/gallery"),
  open("/gallery/lists"),
  open("/gallery/changes"),
];

/** An address that leads to nothing. */
export const NOWHERE: Route = open("/benefits/nothing-of-the-kind", 404);

export const TABS = [
  ["software", "terms-family-software"],
  ["cloud", "terms-family-cloud"],
  ["visual-studio", "terms-family-visual-studio"],
  ["technical", "terms-family-technical"],
  ["go-to-market", "terms-family-go-to-market"],
] as const;
