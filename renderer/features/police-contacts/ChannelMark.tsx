import type { Channel, Direction } from '../../../shared/features/police-contacts.ts'
import { channelWords, directionShort } from '../../../shared/wording/police-contacts.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'

const icons: Record<Channel, IconName> = {
  phone: 'phone',
  'in-person': 'people',
  email: 'mail',
  letter: 'document',
  online: 'system',
  'text-message': 'contact',
}

/** How and who, in two short lines: a picture and a word each. */
export function ChannelMark({ channel, direction }: { channel: Channel; direction: Direction }) {
  return (
    <TwoLines
      top={
        <>
          <Icon name={icons[channel]} /> {channelWords[channel]}
        </>
      }
      under={
        <>
          <Icon name={direction === 'from-police' ? 'down' : 'up'} size={14} /> {directionShort[direction]}
        </>
      }
    />
  )
}
