// How the specs are run: in French with WebAssembly and in English without it, which is each language and each way to carry
// a page, unless tags say otherwise. What the language and the script might do to each other is for ATOUT_EVERY=1, which
// runs all four, as does
//
//   @every     is about pages in each language, with and without WebAssembly
//   @hydrated  needs WebAssembly          @plain  is about pages without it
//   @once      says nothing about languages or scripts: it runs in English, hydrated
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

type Project = NonNullable<PlaywrightTestConfig["projects"]>[number];

const LAUNCH = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const FEW = process.env["ATOUT_EVERY"] === undefined;

const project = (name: string, locale: string, javaScriptEnabled: boolean, grep: RegExp, grepInvert: RegExp): Project => ({
  name,
  grep,
  grepInvert,
  use: { locale, javaScriptEnabled },
});

export default defineConfig({
  testDir: "tests",
  outputDir: "artefacts/results",
  snapshotDir: "artefacts/snapshots",
  globalSetup: "./support/template.ts",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "artefacts/report.json" }]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: { executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: LAUNCH },
  },
  projects: [
    project("hydrated-fr", "fr-FR", true, /./, /@plain|@once/),
    project("plain-en", "en-US", false, /./, /@hydrated|@once/),
    project("hydrated-en", "en-US", true, FEW ? /@every|@once/ : /./, /@plain/),
    project("plain-fr", "fr-FR", false, FEW ? /@every/ : /./, /@hydrated|@once/),
  ],
});
