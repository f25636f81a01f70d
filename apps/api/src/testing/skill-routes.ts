/** The routes of skills, profiles and evidence, and what each asks for. */
export const skillRoutes: Record<string, string> = {
  'GET /skills': 'skill:read',
  'GET /skills/draft': 'skill:write',
  'POST /skills/versions/:number/publish': 'skill:write',
  'GET /skills/:id': 'skill:read',
  'PUT /skills/:id/draft': 'skill:write',
  'DELETE /skills/:id/draft': 'skill:write',
  'PUT /skills/target': 'skill:own',
  'GET /role-profiles': 'skill:read',
  'GET /role-profiles/:id': 'skill:read',
  'GET /people/:id/skills': 'skill:read',
  'GET /people/:id/evidence': 'skill:read',
  'POST /evidence': 'skill:own',
  'POST /skills': 'skill:write',
  'GET /skill-reviews': 'skill:review',
  'POST /skill-reviews/:id/decision': 'skill:review',
};
