import { channelToStarter } from '../../electron/channel.ts'

// A process that says back what it is told, for the checks of the channel.

const starter = channelToStarter()
starter.onMessage(message => {
  if (message === 'end') process.exit()
  starter.post(message)
})
