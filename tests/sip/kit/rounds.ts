/** How often a part of the house dies in a row, each time at another moment; `FAULT_ROUNDS=10` for a thorough run. */
export const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 3)
