// A form that is sent twice does what it says once: by a double click, by going back, from a page as the browser had kept it,
// and from two tabs. Each time the person is told what has happened.
import type { Locator, Page } from "@playwright/test";

import { GOLD, OFFERS, address, heard, options, rowsWith, unfold } from "../support/benefits.ts";
import { expect, hydrated, test as base } from "../support/test.ts";

/** Nobody holds a seat of this pool: 25 are free. */
const POOL = OFFERS.cloudProductivity;
const [PERSON, OTHER] = ["Zsófia Keller", "Zsófia Delaunay"];
const ACT = "/act/assign-seat";

interface Seats {
  /** Opens the pool, and leads to it by its address, so that going back leads to it too. */
  show(page: Page): Promise<void>;
  /** Looks at another page, and goes back. */
  leaveAndReturn(page: Page): Promise<void>;
  /** Types a name into the form of the pool. */
  fill(page: Page, name: string): Promise<void>;
  /** The button of the form. */
  button(page: Page): Locator;
  /** Why somebody who holds a seat gets no other. */
  reason: string;
  /** How many seats of the pool are assigned, and how many acts of the log name somebody who was to get one. */
  effects(): Promise<{ seats: number; entries: number }>;
}

const test = base.extend<{ seats: Seats }>({
  seats: async ({ context, open, page, pick, words, scripted, enter }, use) => {
    await enter("lumiere", "global-admin");
    const alive = (page: Page) => (scripted ? hydrated(page) : Promise.resolve());
    const counted = async () => {
      const look = await context.newPage();
      await look.goto("/activity");
      const entries = await look.locator("tbody tr").filter({ hasText: new RegExp(`${PERSON}|${OTHER}`) }).count();
      await look.goto("/benefits/visual-studio");
      const figures = /(\d+)\s*\/\s*25/.exec(await rowsWith(look, pick(POOL)).innerText());
      await look.close();
      return { seats: Number(figures?.[1]), entries };
    };
    expect(await counted(), "at first").toEqual({ seats: 0, entries: 0 });
    await open("/benefits/visual-studio");
    await unfold(page, rowsWith(page, pick(POOL)));
    const pool = address(page);
    await use({
      show: async (page) => {
        await page.goto(pool);
        await alive(page);
      },
      leaveAndReturn: async (page) => {
        await page.goto("/benefits/cloud");
        await page.goBack();
        await alive(page);
      },
      fill: async (page, name) => {
        await page.getByLabel(words("visual-studio-picker-label"), { exact: true }).fill(name);
        await (scripted ? options(page, name).waitFor() : undefined);
      },
      button: (page) => page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true }),
      reason: words("refusals-seat-already-holds", { pool: [GOLD, POOL].map(pick).concat(words("terms-type-incremental")).join(" · ") }),
      effects: counted,
    });
  },
});

test.use({ changes: true });

/** The idempotency key of the form that is shown. */
const key = (page: Page) => page.locator(`form[action="${ACT}"] [name=once]`);

/** Puts a key back, as a browser does that shows a page as it was before it was left. */
const putBack = (page: Page, before: string) => key(page).evaluate((field: HTMLInputElement, value) => (field.value = value), before);

test("a double click assigns one seat", async ({ page, seats, words }) => {
  await seats.show(page);
  await seats.fill(page, PERSON);
  await seats.button(page).dblclick();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  expect(await seats.effects()).toEqual({ seats: 1, entries: 1 });
});

test("a click while the answer to the one before is awaited sends the same form again @plain", async ({ page, seats, words }) => {
  await seats.show(page);
  await seats.fill(page, PERSON);
  const sent: string[] = [];
  let answered = false;
  await page.route(`**${ACT}`, async (route) => {
    sent.push(route.request().postData() ?? "");
    // The first is carried out, and its answer never comes to the browser, which has sent the second meanwhile.
    await (answered ? route.continue() : route.fetch({ maxRedirects: 0 }).then(() => (answered = true)));
  });
  const place = await seats.button(page).boundingBox();
  const click = () => page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 10);
  await click();
  await expect.poll(() => answered).toBe(true);
  await click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  expect(sent).toEqual([sent[0], sent[0]]);
  expect(await seats.effects()).toEqual({ seats: 1, entries: 1 });
});

test("whoever goes back sees what was done, and the same again is refused with its reason", async ({ page, seats, words, journal }) => {
  journal.announce(409, /^\/(act\/assign-seat|benefits\/visual-studio)$/);
  await seats.show(page);
  await seats.fill(page, PERSON);
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await seats.leaveAndReturn(page);
  await expect(page.getByRole("rowheader", { name: PERSON })).toBeVisible();
  await seats.fill(page, PERSON);
  await seats.button(page).click();
  await expect(page.getByRole("main")).toContainText(seats.reason);
  expect(await seats.effects()).toEqual({ seats: 1, entries: 2 });
});

test("a form of a page that the browser has kept tells the same again, and does nothing", async ({ page, seats, words }) => {
  await seats.show(page);
  const before = await key(page).inputValue();
  await seats.fill(page, PERSON);
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await seats.leaveAndReturn(page);
  await putBack(page, before);
  await seats.fill(page, PERSON);
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  expect(await seats.effects()).toEqual({ seats: 1, entries: 1 });
});

test("a form of a page that the browser has kept, filled in anew, says what it has done, and can be sent again", async ({ page, seats, words, journal }) => {
  journal.announce(409, /^\/(act\/assign-seat|benefits\/visual-studio)$/);
  await seats.show(page);
  const before = await key(page).inputValue();
  await seats.fill(page, PERSON);
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await seats.leaveAndReturn(page);
  await putBack(page, before);
  await seats.fill(page, OTHER);
  await seats.button(page).click();
  await expect(page.getByRole("main")).toContainText(words("refusals-form-already-sent", { what: words("refusals-form-sent-for", { command: "assign-seat" }) }));
  await expect(key(page)).not.toHaveValue(before);
  expect(await seats.effects()).toEqual({ seats: 1, entries: 2 });
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: OTHER }));
  expect(await seats.effects()).toEqual({ seats: 2, entries: 3 });
});

test("the same person in two tabs gets one seat, and the second tab says why", async ({ page, context, seats, words, journal }) => {
  journal.announce(409, /^\/(act\/assign-seat|benefits\/visual-studio)$/);
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await seats.show(tab);
    await seats.fill(tab, PERSON);
  }
  await seats.button(page).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await seats.button(second).click();
  await expect(second.getByRole("main")).toContainText(seats.reason);
  expect(await seats.effects()).toEqual({ seats: 1, entries: 2 });
});

test("two people in two tabs get a seat each", async ({ page, context, seats, words }) => {
  const tabs: [Page, string][] = [[page, PERSON], [await context.newPage(), OTHER]];
  for (const [tab, name] of tabs) {
    await seats.show(tab);
    await seats.fill(tab, name);
  }
  for (const [tab, name] of tabs) {
    await seats.button(tab).click();
    await heard(tab, words("outcomes-seat-assigned", { name }));
  }
  expect(await seats.effects()).toEqual({ seats: 2, entries: 2 });
});
