// Stands where Electron's default app stands: loads what follows -r, then the application folder given as first argument.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const preloadAt = args.indexOf('-r')
if (preloadAt >= 0) createRequire(import.meta.url)(resolve(args.splice(preloadAt, 2)[1]))

const given = args.find(argument => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Which application? Give its folder as first argument.')
  app.exit(1)
} else {
  const folder = resolve(given)
  const { name, productName = name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(productName)
  app.setVersion(version)
  app.setAppPath(folder)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), productName))
  await import(pathToFileURL(join(folder, main)).href)
}
