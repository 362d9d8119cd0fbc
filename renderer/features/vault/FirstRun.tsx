import { sentenceFor } from '../../../shared/wording/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-names.ts'
import { NeutralPage } from './NeutralPage.tsx'
import type { OtherVault, Practice } from './vault-folder.ts'

type FirstRunProps = { other: OtherVault; practice: Practice; onCreate: () => void }

/** There is no vault here yet: make one, open one that lies elsewhere, or try it out. */
export function FirstRun({ other, practice, onCreate }: FirstRunProps) {
  const error = other.error ?? practice.error
  return (
    <NeutralPage wide>
      {error && <Banner tone="danger" title={sentenceFor(error)} announced />}
      {error === null && other.folderName !== null && (
        <Banner tone="warning" title={`There is no vault in “${other.folderName}”.`} announced>
          Choose the folder that holds it, or make a new vault there.
        </Banner>
      )}
      <p>
        Everything you keep here goes into one encrypted folder, a vault, which stays on this machine or on a stick.
      </p>
      <ul className="wm-choices">
        <Choice
          icon="key"
          title="Make a new vault"
          hint="Takes two minutes. You need a printer, or pen and paper."
          onChoose={onCreate}
        />
        <Choice
          icon="folder"
          title="Open a vault"
          hint="It lies in another folder, or on a stick."
          onChoose={other.choose}
        />
        <Choice
          icon="help"
          title={practice.busy ? 'Opening the practice vault…' : 'Try the practice vault'}
          hint="Invented cases to try everything on. Nothing in it is real."
          onChoose={practice.open}
        />
      </ul>
    </NeutralPage>
  )
}

function Choice({
  icon,
  title,
  hint,
  onChoose,
}: {
  icon: IconName
  title: string
  hint: string
  onChoose: () => void
}) {
  return (
    <li>
      <button type="button" className="wm-choice" onClick={onChoose}>
        <Icon name={icon} size={20} />
        <span className="wm-choice-title">{title}</span>
        <span className="wm-choice-hint">{hint}</span>
        <Icon name="chevron-right" />
      </button>
    </li>
  )
}
