// What the browser complains about. A complaint that no test has announced fails the test.
import type { BrowserContext } from "@playwright/test";

/** Chromium only remarks on it, but the page has asked for a focus that it does not get. */
const FOCUS_REFUSED = /^Autofocus processing was blocked/;

/** The complaints of a browser, and those that a test has announced. */
export class Journal {
  readonly #complaints: string[] = [];
  readonly #announced: { status: number; path: RegExp | string }[] = [];

  /** Listens to every page of the browser, popups included. Reports of the content security policy are console errors. */
  listen(context: BrowserContext): void {
    context.on("weberror", (error) => this.#complaints.push(`uncaught: ${error.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error" || FOCUS_REFUSED.test(message.text())) {
        this.#hear(message.text(), message.location().url);
      }
    });
  }

  /** Chromium reports each answer from 400 on as an error: this one is meant. */
  announce(status: number, path: RegExp | string): void {
    this.#announced.push({ status, path });
  }

  /** What nobody has announced. */
  complaints(): string[] {
    return this.#complaints;
  }

  #hear(text: string, url: string): void {
    const status = Number(/^Failed to load resource: .*status of (\d+)/.exec(text)?.[1]);
    const path = URL.canParse(url) ? new URL(url).pathname : url;
    const isMeant = this.#announced.some(
      (meant) => meant.status === status && (typeof meant.path === "string" ? meant.path === path : meant.path.test(path)),
    );
    if (!isMeant) {
      this.#complaints.push(`${text} (${url})`);
    }
  }
}
