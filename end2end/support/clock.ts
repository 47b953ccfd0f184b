// Time that a test moves by hand.
import type { Page } from "@playwright/test";

/**
 * Stops the time of the pages to come: it passes only with `page.clock.runFor`.
 *
 * The clock of Playwright numbers its timers from 10^12 on, and WebAssembly holds such a number in 32 bits: it would
 * clear none of them. Here they are numbered from 1, as browsers do.
 */
export async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    const [set, clear] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    const [repeat, end] = [window.setInterval.bind(window), window.clearInterval.bind(window)];
    const timers = [0];
    const numbered = (timer: unknown) => timers.push(timer as number) - 1;
    const known = (number: number | undefined) => timers[number ?? 0];
    Object.assign(window, {
      setTimeout: (...of: Parameters<typeof setTimeout>) => numbered(set(...of)),
      setInterval: (...of: Parameters<typeof setInterval>) => numbered(repeat(...of)),
      clearTimeout: (number?: number) => clear(known(number)),
      clearInterval: (number?: number) => end(known(number)),
    });
  });
}
