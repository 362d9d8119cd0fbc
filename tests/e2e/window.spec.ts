import { expect, test } from './launch.ts'

test('the app opens one window, named Waymark', async ({ app }) => {
  await expect(app.window).toHaveTitle('Waymark')
  expect(app.electron.windows()).toHaveLength(1)
})

test('the Chromium sandbox is on and the page has no Node', async ({ app }) => {
  const commandLine = await app.electron.evaluate(() => process.argv.join(' '))
  expect(commandLine).not.toContain('--no-sandbox')
  const reachable = await app.window.evaluate(() => [
    typeof Reflect.get(window, 'process'),
    typeof Reflect.get(window, 'require'),
  ])
  expect(reachable).toEqual(['undefined', 'undefined'])
})
