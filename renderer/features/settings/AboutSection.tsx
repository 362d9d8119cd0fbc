import { licenceWords, promises } from '../../../shared/wording/settings.ts'
import { useCall } from '../../lib/api.ts'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'

/** What this is, in which version, and what it promises. */
export function AboutSection() {
  const about = useCall('app.about', {})
  return (
    <>
      <Section title="What Waymark promises">
        <dl className="wm-promises">
          {promises.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="About">
        {about.data && (
          <PropertyList
            rows={[
              { label: 'Waymark', value: about.data.version },
              { label: 'Electron', value: about.data.electron },
              { label: 'Chromium', value: about.data.chromium },
              { label: 'System', value: about.data.platform },
            ]}
          />
        )}
        <p className="wm-licence">{licenceWords}</p>
      </Section>
    </>
  )
}
