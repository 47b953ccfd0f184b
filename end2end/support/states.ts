// The states of the pages that are looked at: by axe, and by whoever opens the screenshots.
import type { Page } from "@playwright/test";

import { OFFERS, options, rowsWith, unfold } from "./benefits.ts";
import type { Company, Role } from "./people.ts";
import { NOWHERE, PAGES } from "./routes.ts";
import type { OfTest } from "./test.ts";

/** What a state is reached with. */
type Means = Pick<OfTest, "words" | "pick"> & { page: Page };

/** A page in one of its states. */
export interface State {
  name: string;
  path: string;
  /** Who looks; nobody is signed in without. */
  as?: readonly [Company, Role];
  /** The status, when it is not 200. */
  status?: number;
  /** Whether something is changed on the way. */
  changes?: boolean;
  /** What is done once the page is there. */
  then?(means: Means): Promise<void>;
}

const ADMIN = ["lumiere", "global-admin"] as const;

/** Every page as it opens. */
const OPENED: readonly State[] = [...PAGES, NOWHERE].map(({ path, isPrivate, status }) => ({
  name: path === "/" ? "dashboard" : path.slice(1).replaceAll("/", "-"),
  path,
  status,
  ...(isPrivate ? { as: ADMIN } : {}),
}));

/** What can be opened, closed, found empty or refused on them. */
const FURTHER: readonly State[] = [
  {
    name: "software-open",
    path: "/benefits/software",
    as: ADMIN,
    then: async ({ page, pick }) => {
      await unfold(page, rowsWith(page, pick({ en: "Windows 10 Enterprise LTSC", fr: "Windows 10 Entreprise LTSC" })));
    },
  },
  {
    name: "software-question",
    path: "/benefits/software",
    as: ["fjord", "global-admin"],
    changes: true,
    then: async ({ page, words }) => {
      await unfold(page, rowsWith(page, "Exchange Server 2019 Standard").first());
      await page.getByRole("button", { name: words("software-keys-button") }).click();
      await page.getByRole("button", { name: words("software-key-show") }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "software-closed",
    path: "/benefits/software",
    as: ["lumiere", "default-user"],
    then: async ({ page }) => {
      const detail = await unfold(page, rowsWith(page, "Exchange Server 2019 Standard").first());
      await detail.locator(".closed-action summary").first().click();
    },
  },
  {
    name: "software-no-match",
    path: "/benefits/software?q=nothing-of-the-kind",
    as: ADMIN,
  },
  {
    name: "visual-studio-picker",
    path: "/benefits/visual-studio",
    as: ADMIN,
    then: async ({ page, words, pick }) => {
      await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
      await page.getByLabel(words("visual-studio-picker-label"), { exact: true }).fill("zsofia");
      await options(page).first().waitFor();
    },
  },
  {
    name: "visual-studio-ledger",
    path: "/benefits/visual-studio",
    as: ["fjord", "global-admin"],
    then: async ({ page, pick }) => {
      await unfold(page, rowsWith(page, pick(OFFERS.datacenter)));
    },
  },
  {
    name: "visual-studio-closed",
    path: "/benefits/visual-studio",
    as: ["lumiere", "user-admin"],
    then: async ({ page, pick }) => {
      await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
    },
  },
  { name: "dashboard-default-user", path: "/", as: ["lumiere", "default-user"] },
  { name: "dashboard-ending", path: "/", as: ["atelier", "global-admin"] },
];

/** The tabs whose rows look like those of software, and states that differ in a word. */
const LIKE_OTHERS = new Set(["benefits-cloud", "benefits-technical", "benefits-visual-studio", "visual-studio-closed", "invitation", "accessibility"]);

/** All of them. */
export const STATES: readonly State[] = [...OPENED, ...FURTHER];

/** Those of which a picture is worth keeping: every kind of page, once. */
export const PICTURED: readonly State[] = STATES.filter(({ name }) => !LIKE_OTHERS.has(name));
