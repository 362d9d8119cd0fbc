/** The sign beside the name: a stone set upright by a path. */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg className="wm-mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden focusable="false">
      <path className="wm-mark-stone" d="M12.6 31 15 12.4C15.4 8.6 17.4 6 20 6s4.6 2.6 5 6.4L27.4 31Z" />
      <path className="wm-mark-path" d="M6 34h28" />
      <path className="wm-mark-sign" d="M20 24.5v-9m-3.2 3.2L20 15.5l3.2 3.2" />
    </svg>
  )
}
