/** Points of 1/72 inch, y upwards, as PDF counts. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]
export type Matrix = readonly [number, number, number, number, number, number]

/** First `one`, then `two`. */
export const joined = (one: Matrix, two: Matrix): Matrix => [
  one[0] * two[0] + one[1] * two[2],
  one[0] * two[1] + one[1] * two[3],
  one[2] * two[0] + one[3] * two[2],
  one[2] * two[1] + one[3] * two[3],
  one[4] * two[0] + one[5] * two[2] + two[4],
  one[4] * two[1] + one[5] * two[3] + two[5],
]

export const applied = (matrix: Matrix, x: number, y: number): [number, number] => [
  x * matrix[0] + y * matrix[2] + matrix[4],
  x * matrix[1] + y * matrix[3] + matrix[5],
]

/** The box around a box that has been moved. */
export function boxOf([left, bottom, right, top]: Box, matrix: Matrix): Box {
  const [a, b, c, d, e, f] = matrix
  return [
    Math.min(left * a, right * a) + Math.min(bottom * c, top * c) + e,
    Math.min(left * b, right * b) + Math.min(bottom * d, top * d) + f,
    Math.max(left * a, right * a) + Math.max(bottom * c, top * c) + e,
    Math.max(left * b, right * b) + Math.max(bottom * d, top * d) + f,
  ]
}

export const touches = (one: Box, two: Box): boolean =>
  one[0] < two[2] && one[2] > two[0] && one[1] < two[3] && one[3] > two[1]

/** The way back. A matrix that flattens everything has none: null. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c
  if (!Number.isFinite(area) || Math.abs(area) < 1e-12) return null
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}
