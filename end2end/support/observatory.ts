// MDN's Observatory: its analyzers and its grader, on answers that we have asked for ourselves.
//
// Its own scan wants a public name and a certificate that the world trusts. All that it would retrieve is put together
// here in the same form, so that nothing leaves the machine.
import { writeFile } from "node:fs/promises";

import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { Session } from "@mdn/mdn-http-observatory/src/retriever/session.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";

/** What a site has answered at one address. */
export interface Answer {
  /** The address by which people would ask for it. */
  url: string;
  status: number;
  headers: Headers;
  text: string;
  /** The headers of the answer to another site that asks whether it may read it. */
  preflight: Headers;
}

/** What Observatory says of it. */
export interface Verdict {
  grade: string;
  score: number;
  /** The results that it does not let pass. */
  failed: string[];
}

/** Who asks in the preflight: the origin that Observatory uses. */
export const STRANGER = "https://http-observatory.security.mozilla.org";

const PRELOADED = new URL("../node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url);

/**
 * Leaves a list of the names that browsers know to be reached by https only: an empty one. The package would download it
 * when it is installed; the name of an installation may be on it, which would only add to its score.
 */
export async function prepare(): Promise<void> {
  await writeFile(PRELOADED, "{}");
}

/** Grades an answer, with the cookies that the browser has of the site. */
export function grade(answer: Answer, cookies: readonly string[] = []): Verdict {
  const requests = retrieved(answer, cookies);
  const results = ALL_TESTS.map((test) => test(requests));
  const modifiers = results.map(({ result }) => getScoreModifier(result));
  const penalised = 100 + sum(modifiers.filter((modifier) => modifier < 0));
  const score = penalised >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? 100 + sum(modifiers) : penalised;
  const failed = results.filter(({ pass }) => !pass).map(({ result }) => result);
  return { ...getGradeForScore(score), failed };
}

/** The answer as the scan would have it. Port 80 is the proxy's, and is taken for closed: that neither adds nor takes. */
function retrieved({ url, status, headers, text, preflight }: Answer, cookies: readonly string[]): Requests {
  const requests = new Requests(new URL(url).hostname);
  const isPage = headers.get("content-type")?.startsWith("text/html") === true;
  const httpEquiv = isPage ? parseHttpEquivHeaders(text, url) : new Map<string, string[]>();
  const answer = { status, headers: plain(headers), verified: true, httpEquiv };
  const cors = { status, headers: plain(preflight), verified: true, request: { headers: { origin: STRANGER } } };
  Object.assign(requests.responses, { auto: answer, https: answer, cors });
  requests.resources.path = text;
  requests.session = new Session(new URL(url));
  for (const cookie of [...cookies, ...headers.getSetCookie()]) {
    requests.session.jar.setCookieSync(cookie, url);
  }
  return requests;
}

/** Headers as properties, for the analyzers that look at them all, with the method by which one of them asks. */
function plain(headers: Headers): object {
  const asked = { get: (name: string) => headers.get(name) };
  return Object.assign(Object.create(asked), Object.fromEntries(headers), { "set-cookie": headers.getSetCookie() });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
