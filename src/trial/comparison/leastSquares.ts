export interface Fit {
  coefficients: number[]
  residuals: number[]
  /** How much of each fitted value is the day's own, 0 to 1. */
  leverages: number[]
  /** A coefficient is the sum of all values times these. */
  weightsOf(coefficient: number): number[]
}

/**
 * Weighted least squares by the normal equations and Cholesky's method, enough for the few well-scaled columns of a trial.
 * @param rows one per value, all of the same length
 * @param weights above 0
 * @returns null where the columns do not tell their coefficients apart
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
): Fit | null {
  const columns = rows[0]?.length ?? 0
  if (columns === 0 || rows.length < columns) return null
  const products = square(columns, (one, other) =>
    sum(rows.map((row, index) => weights[index]! * row[one]! * row[other]!)),
  )
  const inverse = inverted(products)
  if (!inverse) return null
  const solve = (row: readonly number[]): number[] =>
    inverse.map((line) => sum(line.map((one, at) => one * row[at]!)))
  const solved = rows.map(solve)
  const coefficients = Array.from({ length: columns }, (_, at) =>
    sum(solved.map((row, index) => row[at]! * weights[index]! * values[index]!)),
  )
  return {
    coefficients,
    residuals: rows.map((row, index) => values[index]! - sum(row.map((one, at) => one * coefficients[at]!))),
    leverages: rows.map(
      (row, index) => weights[index]! * sum(row.map((one, at) => one * solved[index]![at]!)),
    ),
    weightsOf: (coefficient) => solved.map((row, index) => row[coefficient]! * weights[index]!),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const square = (size: number, value: (row: number, column: number) => number): number[][] =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => value(row, column)))

/** Of a symmetric, positive definite matrix. @returns null for one that is not, to working precision */
function inverted(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length
  const root = square(size, () => 0)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      const rest =
        matrix[row]![column]! -
        sum(Array.from({ length: column }, (_, at) => root[row]![at]! * root[column]![at]!))
      if (row === column && rest <= 1e-10 * matrix[row]![row]!) return null
      root[row]![column] = row === column ? Math.sqrt(rest) : rest / root[column]![column]!
    }
  const columns = Array.from({ length: size }, (_, unit) => solvedFor(root, unit))
  return square(size, (row, column) => columns[column]![row]!)
}

function solvedFor(root: readonly (readonly number[])[], unit: number): number[] {
  const size = root.length
  const between: number[] = []
  for (let row = 0; row < size; row += 1)
    between.push(
      ((row === unit ? 1 : 0) - sum(between.map((one, at) => one * root[row]![at]!))) / root[row]![row]!,
    )
  const solution: number[] = Array.from({ length: size }, () => 0)
  for (let row = size - 1; row >= 0; row -= 1) {
    const later = sum(solution.slice(row + 1).map((one, at) => one * root[row + 1 + at]![row]!))
    solution[row] = (between[row]! - later) / root[row]![row]!
  }
  return solution
}
