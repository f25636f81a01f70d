/** The routes of importing past and offline results, and what each asks for. */
export const resultRoutes: Record<string, string> = {
  'GET /results-imports': 'result:import',
  'POST /results-imports': 'result:import',
  'GET /results-imports/template': 'result:import',
  'GET /results-imports/:id': 'result:import',
  'GET /results-imports/:id/rows': 'result:import',
  'POST /results-imports/:id/confirm': 'result:import',
  'POST /results-imports/:id/discard': 'result:import',
};
