import { defineConfig } from '@playwright/test'
import { ARGS, CHROMIUM } from './tools/chromium.mjs'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup.mjs',
  workers: 1,
  // A machine of CI that is busy with others must not hide what is right; whatever needed it is named at the end.
  retries: process.env.CI ? 1 : 0,
  // Generous, because a sign-in alone takes seconds where the machine has other things to do.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./e2e/reasons.js']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Nobody watches: what slides in stands at once, and no click waits for it.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace costs a third of a run's time; what a failed page held is told without one.
    trace: process.env.SIBU_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: CHROMIUM, args: ARGS },
  },
  projects: [
    {
      name: 'desk',
      testMatch: /desk\..*\.spec\.js/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'field',
      testMatch: /field\..*\.spec\.js/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
})
