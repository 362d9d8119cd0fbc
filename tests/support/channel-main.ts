import { app, utilityProcess } from 'electron'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { channelTo } from '../../electron/channel.ts'
import { checkChannel } from './channel-checks.ts'

// A bare Electron main that checks the channel over a utility process and says so.

const echo = join(dirname(fileURLToPath(import.meta.url)), 'echo.js')
void app.whenReady().then(async () => {
  try {
    await checkChannel(() => channelTo(utilityProcess.fork(echo, [], { stdio: 'ignore' })))
    process.stdout.write('the channel keeps its promises\n')
    app.exit(0)
  } catch (cause) {
    process.stdout.write(`${String(cause)}\n`)
    app.exit(1)
  }
})
