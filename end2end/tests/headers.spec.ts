// What a browser is told to refuse, as two programs see it that judge sites: MDN's Observatory, and Google's evaluator of
// content security policies. Of a server that is configured as an installation is: people reach it by https, and it is
// asked by the proxy before it.
import { expect, test } from "@playwright/test";
import { CspEvaluator, DEFAULT_CHECKS, STRICTCSP_CHECKS } from "csp_evaluator";
import { Version } from "csp_evaluator/dist/csp.js";
import { type Finding, Severity, Type } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

import { type Answer, STRANGER, grade, prepare } from "../support/observatory.ts";
import { NOWHERE } from "../support/routes.ts";
import { type Server, discard, start } from "../support/server.ts";
import { folder, people } from "../support/template.ts";

const SITE = "https://atout.example";
const CONFIGURED = ["--demonstration-on-a-public-address", "--public-url", SITE, "--trusted-proxies", "127.0.0.1"];
const POLICY = "content-security-policy";

/** The score of an answer: no penalty, and every bonus but those of cookies, of a script by its address, of a preloaded name. */
const WHOLE = 130;
/** What it is worth that all cookies are kept from scripts and from other sites. */
const COOKIES = 5;

/**
 * All that the evaluator says beyond "nothing", and why it stays.
 *
 * - A server whose own files hold what others have brought in should not name `'self'`: nothing can be uploaded to ours,
 *   and every answer forbids to take it for a script that does not say that it is one.
 * - `'unsafe-inline'` would be for browsers that know no nonces: none of them runs WebAssembly, and the goal rules it out.
 * - Trusted types would forbid what the framework does: it makes elements of markup, which is ours and known beforehand.
 */
const REMARKS = [
  { type: Type.SCRIPT_ALLOWLIST_BYPASS, severity: Severity.MEDIUM_MAYBE, value: "'self'" },
  { type: Type.UNSAFE_INLINE_FALLBACK, severity: Severity.STRICT_CSP, value: undefined },
  { type: Type.REQUIRE_TRUSTED_TYPES_FOR_SCRIPTS, severity: Severity.INFO, value: undefined },
];

interface Question {
  what: string;
  path: string;
  status: number;
  /** Its type, where it matters. */
  kind?: string;
  /** Whether somebody asks who is signed in. */
  known?: boolean;
  /** The form that is posted. */
  form?: Record<string, string>;
  method?: string;
  headers?: Record<string, string>;
}

const HTML = "text/html";

const PAGES: readonly Question[] = [
  { what: "the sign-in page", path: "/sign-in", status: 200, kind: HTML },
  { what: "the dashboard", path: "/", status: 200, kind: HTML, known: true },
  { what: "a tab of benefits", path: "/benefits/software", status: 200, kind: HTML, known: true },
  { what: "the seats", path: "/benefits/visual-studio/seats", status: 200, kind: HTML, known: true },
  { what: "the activity", path: "/activity", status: 200, kind: HTML, known: true },
  { what: "the account", path: "/account", status: 200, kind: HTML, known: true },
];

const ONCE = { once: crypto.randomUUID() };
const FOREIGN = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };

const REFUSALS: readonly Question[] = [
  { what: "a page for others", path: "/account", status: 303 },
  { what: "no page", path: NOWHERE.path, status: 404, kind: HTML },
  { what: "no file", path: "/pkg/gone.js", status: 404 },
  { what: "another site's form", path: "/act/remove-seat", status: 403, kind: HTML, form: {}, headers: FOREIGN },
  { what: "a method that is not one", path: "/", status: 405, kind: HTML, method: "PUT" },
  { what: "an ended invitation", path: "/invitation", status: 410, kind: HTML },
  { what: "a sign-in without a password", path: "/act/sign-in", status: 422, kind: HTML, form: { address: "nobody" } },
];

const FILES: readonly Question[] = [
  { what: "the icon", path: "/favicon.svg", status: 200, kind: "image/svg+xml" },
  { what: "the log as a file", path: "/act/export-activity", status: 200, kind: "text/csv", known: true, form: ONCE },
  { what: "what the client reads", path: "/api/frame", status: 200, kind: "application/json", known: true },
  { what: "the sign of life", path: "/livez", status: 200 },
];

/** What every page names, by the text that names it. */
const NAMED: readonly [what: string, named: RegExp, kind: string][] = [
  ["the style sheet", /href="(\/assets\/[^"]+\.css)"/, "text/css"],
  ["the script", /href="(\/pkg\/[^"]+\.js)"/, "text/javascript"],
  ["the client", /href="(\/pkg\/[^"]+\.wasm)"/, "application/wasm"],
  ["the messages", /data-ftl-en="([^"]+)"/, "text/plain"],
];

let server: Server;
let session: string[];
const answers = new Map<string, Answer>();

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  await prepare();
  server = await start(folder(), CONFIGURED);
  const user = people().lumiere["global-admin"];
  session = await given("/act/demonstration", { user, back: "/" });
  const signIn = await ask({ what: "the page that names files", path: "/sign-in", status: 200 });
  const named = NAMED.map(([what, name, kind]) => ({ what, path: name.exec(signIn.text)?.[1] ?? what, status: 200, kind }));
  for (const question of [...PAGES, ...REFUSALS, ...FILES, ...named]) {
    answers.set(question.what, await ask(question));
  }
});

test.afterAll(async () => {
  await server.stop();
  await discard(server);
});

test("Observatory gives its best grade to every page, refusal and file @once", () => {
  for (const [what, answer] of answers) {
    const { failed, ...graded } = grade(answer);
    expect.soft({ what, failed, ...graded }).toEqual({ what, failed: [], grade: "A+", score: WHOLE });
  }
});

test("Observatory has nothing against the cookies @once", async () => {
  const cookies = [
    ...session,
    ...(await given("/act/language", { language: "fr-FR", back: "/" })),
    ...(await given("/act/theme", { theme: "dark", back: "/" })),
  ];
  expect(cookies.map((cookie) => cookie.split("=")[0]).sort()).toEqual(["__Host-atout", "atout-language", "atout-theme"]);
  for (const { what } of PAGES) {
    expect.soft(grade(answerOf(what), cookies), what).toEqual({ failed: [], grade: "A+", score: WHOLE + COOKIES });
  }
});

test("the evaluator finds nothing in any policy that is not explained here @once", () => {
  const written = [...answers.values()].map(({ headers }) => policyOf(headers));
  const policies = new Set(written.map((policy) => policy.replace(/'nonce-[0-9a-f]{32}'/, "'nonce-of-the-answer'")));
  expect(policies.size, [...policies].join("\n")).toBe(1);
  for (const policy of policies) {
    expect(policy).not.toContain("unsafe-inline");
    expect(evaluated(policy).map(({ type, severity, value }) => ({ type, severity, value }))).toEqual(REMARKS);
  }
});

test("weaker headers would not pass @once", () => {
  const page = answerOf("the dashboard");
  const inline = policyOf(page.headers).replace(/'nonce-[^']+'/, "'unsafe-inline'");
  expect(evaluated(inline).some(({ severity }) => severity === Severity.HIGH)).toBe(true);
  expect(grade(weakened(page, POLICY, inline)).failed).toEqual(["csp-implemented-with-unsafe-inline"]);
  expect(grade(weakened(page, POLICY)).failed).toContain("csp-not-implemented");
  expect(grade(weakened(page, "strict-transport-security")).failed).toEqual(["hsts-not-implemented"]);
  expect(grade(weakened(page, "cross-origin-resource-policy")).score).toBeLessThan(WHOLE);
  const bare = session.map((cookie) => cookie.replace("; Secure", "").replace("__Host-", ""));
  expect(grade(page, bare).score).toBeLessThan(WHOLE + COOKIES);
});

/** Asks as the proxy does for somebody, and as another site would beforehand. */
async function ask({ what, path, status, kind, known, form, method, headers }: Question): Promise<Answer> {
  const forwarded = { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https", accept: HTML, origin: SITE };
  const cookie = known === true ? session.map((line) => line.split(";")[0]).join("; ") : "";
  const url = `${server.url}${path}`;
  const answer = await fetch(url, {
    method: method ?? (form === undefined ? "GET" : "POST"),
    headers: { ...forwarded, cookie, ...headers },
    body: form === undefined ? null : new URLSearchParams(form),
    redirect: "manual",
  });
  const preflight = await fetch(url, {
    method: "OPTIONS",
    headers: { ...forwarded, origin: STRANGER, "access-control-request-method": "GET" },
  });
  const text = await answer.text();
  expect(answer.status, `${what}: ${text}`).toBe(status);
  expect(answer.headers.get("content-type") ?? "", what).toContain(kind ?? "");
  return { url: `${SITE}${path}`, status, headers: answer.headers, text, preflight: preflight.headers };
}

/** The cookies that a form brings. */
async function given(path: string, form: Record<string, string>): Promise<string[]> {
  return (await ask({ what: path, path, status: 303, form })).headers.getSetCookie();
}

function answerOf(what: string): Answer {
  const answer = answers.get(what);
  if (answer === undefined) {
    throw new Error(`nobody has asked for ${what}`);
  }
  return answer;
}

const policyOf = (headers: Headers) => headers.get(POLICY) ?? "";

function evaluated(policy: string): Finding[] {
  const parsed = new CspParser(policy).csp;
  return new CspEvaluator(parsed, Version.CSP3).evaluate([], [...DEFAULT_CHECKS, ...STRICTCSP_CHECKS]);
}

/** The answer without one of its headers, or with another value of it. */
function weakened(answer: Answer, name: string, value?: string): Answer {
  const headers = new Headers(answer.headers);
  headers.delete(name);
  if (value !== undefined) {
    headers.set(name, value);
  }
  return { ...answer, headers };
}
