import './code-text.css'

/** Text for a machine, to be read and copied as it stands. */
export function CodeText({ label, children }: { label: string; children: string }) {
  return (
    <pre className="wm-code" role="region" aria-label={label} tabIndex={0}>
      {children}
    </pre>
  )
}
