import { FileButton } from '@mantine/core'
import { Button } from './Button.tsx'

type ChooseTextFileProps = {
  label: string
  /** File endings, such as ".json". */
  accept: string
  disabledReason?: string | undefined
  onChosen: (text: string) => void
}

/** Reads one small text file that the user picks. Its path stays unknown to the page. */
export function ChooseTextFile({ label, accept, disabledReason, onChosen }: ChooseTextFileProps) {
  const read = (file: File | null) => {
    if (file) void file.text().then(onChosen)
  }
  return (
    <FileButton accept={accept} onChange={read}>
      {({ onClick }) => (
        <Button size="small" icon="add" disabledReason={disabledReason} onClick={onClick}>
          {label}
        </Button>
      )}
    </FileButton>
  )
}
