import { sentenceFor } from '../../../shared/wording/errors.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Way } from './Way.tsx'
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
      <ul className="wm-way-list">
        <Way
          icon="key"
          title="Make a new vault"
          hint="Takes two minutes. You need a printer, or pen and paper."
          onChoose={onCreate}
        />
        <Way
          icon="folder"
          title="Open a vault"
          hint="It lies in another folder, or on a stick."
          onChoose={other.choose}
        />
        <Way
          icon="help"
          title={practice.busy ? 'Opening the practice vault…' : 'Try the practice vault'}
          hint="Invented cases to try everything on. Nothing in it is real."
          onChoose={practice.open}
        />
      </ul>
    </NeutralPage>
  )
}
