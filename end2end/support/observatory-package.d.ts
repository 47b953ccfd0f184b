// The parts of Observatory that are called without its web service. It is written in JavaScript, and brings no types.

declare module "@mdn/mdn-http-observatory/src/types.js" {
  import type { Session } from "@mdn/mdn-http-observatory/src/retriever/session.js";

  interface Retrieved {
    status: number;
    headers: object;
    /** Whether the certificate was a valid one. */
    verified: boolean;
    /** What the page says in the place of headers. */
    httpEquiv?: Map<string, string[]>;
    request?: { headers: Record<string, string> };
  }

  /** What a scan has retrieved of a site. */
  export class Requests {
    constructor(hostname: string);
    resources: { path: string | null };
    responses: Record<"auto" | "cors" | "http" | "https", Retrieved | null>;
    session: Session | null;
  }

  /** What one analyzer says of it. */
  export interface Output {
    pass: boolean;
    result: string;
  }
}

declare module "@mdn/mdn-http-observatory/src/constants.js" {
  import type { Output, Requests } from "@mdn/mdn-http-observatory/src/types.js";

  export const ALL_TESTS: readonly ((requests: Requests) => Output)[];
}

declare module "@mdn/mdn-http-observatory/src/grader/charts.js" {
  export const MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
}

declare module "@mdn/mdn-http-observatory/src/grader/grader.js" {
  export function getGradeForScore(score: number): { score: number; grade: string };
  export function getScoreModifier(result: string): number;
}

declare module "@mdn/mdn-http-observatory/src/retriever/session.js" {
  export class Session {
    constructor(url: URL);
    jar: { setCookieSync(cookie: string, url: string): void };
  }
}

declare module "@mdn/mdn-http-observatory/src/retriever/utils.js" {
  export function parseHttpEquivHeaders(html: string, url: string): Map<string, string[]>;
}
