// Five tabs, each with its URL; search, filters, sort and the open row are the address.
import { address, arrow, part, rowsWith, unfold } from "../support/benefits.ts";
import { TABS } from "../support/routes.ts";
import { expect, hydrated, test } from "../support/test.ts";

const CAL = { en: "Windows Server 2019 User CAL", fr: "CAL utilisateur Windows Server 2019" };
const WINDOWS = { en: "Windows 10 Enterprise", fr: "Windows 10 Entreprise" };

test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

test("each family has its tab at its own address", async ({ page, open, words }) => {
  await open("/benefits");
  await expect(page).toHaveURL("/benefits/software");
  const tabs = page.getByRole("navigation", { name: words("benefits-tabs-label") });
  for (const [path, name] of TABS) {
    await tabs.getByRole("link", { name: words(name) }).click();
    await expect(page).toHaveURL(`/benefits/${path}`);
    await expect(tabs.getByRole("link", { name: words(name) })).toHaveAttribute("aria-current", "page");
    await expect(page).toHaveTitle(words("shell-title-page", { page: words(name) }));
    expect(await rowsWith(page).count()).toBeGreaterThan(3);
  }
});

test("a row says how many, of which offer, of which type, and until when", async ({ page, open, words, pick }) => {
  await open("/benefits/software");
  await expect(page.locator("caption")).toHaveText(words("benefits-table-caption", { all: 40 }));
  const row = rowsWith(page, pick({ en: "Office Professional Plus 2019", fr: "Office Professionnel Plus 2019" }));
  await expect(row).toContainText("DevOps");
  await expect(row).toContainText(words("terms-type-core"));
  await expect(row).toContainText(words("benefits-quantity-ratio", { used: 7, granted: 100 }));
  await expect(row).toContainText(words("benefits-quantity-left", { count: 93 }));
  await expect(row.locator("time")).toHaveCount(1);
});

test("search and filters are in the address", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/software");
  await page.getByRole("searchbox", { name: words("benefits-filter-search") }).fill(pick(WINDOWS));
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/[?&]q=Windows/);
  await expect(rowsWith(page)).toHaveCount(2);
  await page.getByLabel(words("benefits-filter-state"), { exact: true }).selectOption(words("benefits-state-never-used"));
  await (scripted ? undefined : page.getByRole("button", { name: words("benefits-filter-button") }).click());
  await expect(page).toHaveURL(/[?&]state=never-used/);
  await expect(page.getByText(words("benefits-unmatched-title"))).toBeVisible();
  await page.getByRole("link", { name: words("benefits-unmatched-button") }).click();
  await expect(rowsWith(page)).toHaveCount(40);
});

test("a column head sorts, and turns round", async ({ page, open, words }) => {
  await open("/benefits/software");
  const head = page.getByRole("columnheader", { name: words("benefits-column-activations") });
  await head.getByRole("link").click();
  await expect(page).toHaveURL(/sort=left/);
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("link").click();
  await expect(page).toHaveURL(/sort=-left/);
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(rowsWith(page).first()).toContainText("100");
});

test("an open row survives reload, back, forward, and is shared by its address", async ({ page, open, words, pick, context, scripted }) => {
  await open("/benefits/software?sort=product");
  const row = rowsWith(page, pick(CAL));
  await unfold(page, row);
  await expect(page).toHaveURL(/sort=product&open=/);
  const opened = address(page);
  const instructions = page.getByRole("heading", { name: words("software-instructions-title") });
  await page.reload();
  await (scripted ? hydrated(page) : undefined);
  await expect(instructions).toBeVisible();
  await page.goBack();
  await expect(instructions).toHaveCount(0);
  await expect(page).toHaveURL("/benefits/software?sort=product");
  await page.goForward();
  await expect(instructions).toBeVisible();
  const another = await context.newPage();
  await another.goto(opened);
  await expect(another.getByRole("heading", { name: words("software-instructions-title") })).toBeVisible();
  await another.close();
  await arrow(row).click();
  await expect(instructions).toHaveCount(0);
  await expect(page).toHaveURL(/\/benefits\/software\?sort=product(#.*)?$/);
});

test("what an address cannot mean is left out, and the page still opens", async ({ page, open }) => {
  await open("/benefits/software?sort=colour&page=-3&open=nothing&state=%00&type=both");
  await expect(rowsWith(page)).toHaveCount(40);
});

for (const path of ["cloud", "technical", "go-to-market"]) {
  test(`the open row of ${path} explains, and offers no act that does not exist`, async ({ page, open, words }) => {
    await open(`/benefits/${path}`);
    const detail = await unfold(page, rowsWith(page).first());
    await expect(part(detail, words("benefits-activation-title"))).toBeVisible();
    await expect(page.locator("main form[method=post]")).toHaveCount(0);
    await expect(detail.getByRole("button")).toHaveCount(0);
  });
}

test("the open row stays whatever the filters", async ({ page, open, words, pick }) => {
  await open("/benefits/software");
  await unfold(page, rowsWith(page, pick(CAL)));
  await open(`/benefits/software?state=used-up&open=${new URL(page.url()).searchParams.get("open")}`);
  await expect(page.getByRole("heading", { name: words("software-instructions-title") })).toBeVisible();
  await expect(rowsWith(page)).toHaveCount(1);
});

test("an address that opens a row which is not there answers 404, says so, and shows the tab", async ({ page, words, journal }) => {
  const path = "/benefits/software?open=018f4e2a-0000-7000-8000-000000000001";
  journal.announce(404, "/benefits/software");
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText(words("benefits-unopened-unknown"))).toBeVisible();
  await expect(rowsWith(page)).toHaveCount(40);
});
