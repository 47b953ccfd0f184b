// What a task costs: trusted clicks and keys, as the task budgets count them (a click on a label's control counts once).
import type { Page } from "@playwright/test";

/** Clicks and keys since the count began. */
export interface Effort {
  clicks: number;
  keys: number;
}

/** Counts from now on, across loads of pages. Modifiers alone do not count. */
export async function counted(page: Page): Promise<Effort> {
  const effort: Effort = { clicks: 0, keys: 0 };
  await page.exposeFunction("atoutCounts", (kind: keyof Effort) => {
    effort[kind] += 1;
  });
  const listen = () => {
    const counts = (kind: string) => (event: Event) => {
      const isModifier = event instanceof KeyboardEvent && ["Shift", "Control", "Alt", "Meta"].includes(event.key);
      const isPointer = !(event instanceof MouseEvent) || event.detail > 0;
      if (event.isTrusted && !isModifier && isPointer) {
        (window as unknown as { atoutCounts(kind: string): void }).atoutCounts(kind);
      }
    };
    window.addEventListener("click", counts("clicks"), true);
    window.addEventListener("keydown", counts("keys"), true);
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return effort;
}
