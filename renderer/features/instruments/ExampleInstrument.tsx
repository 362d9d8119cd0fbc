import { bundledInstruments } from '../../../shared/rules/instruments.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeText } from '../../ui/CodeText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Text } from '../../ui/Text.tsx'

const example = bundledInstruments.find(({ id }) => id === 'topics-11')

/** A form as it stands in a file, to copy and change. */
export function ExampleInstrument({ open, onClose }: { open: boolean; onClose: () => void }) {
  const footer = <Button onClick={onClose}>Close</Button>
  return (
    <Dialog title="A form as a file" open={open} onClose={onClose} size="large" footer={footer}>
      <Text>
        Copy this into a file that ends in .json and change it. Give the form an id of its own. Keep the id of a
        question when you change its words, so that earlier answers stand beside new ones.
      </Text>
      <CodeText label="An example of a form">{JSON.stringify(example, null, 2)}</CodeText>
    </Dialog>
  )
}
