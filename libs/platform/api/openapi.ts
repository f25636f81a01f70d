import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/** The JSON Schema (2020-12, as OpenAPI 3.1 speaks it) of one of our zod schemas. */
const standardSchemaConverter = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema as z.ZodType, { io: schemaType, unrepresentable: 'any', reused: 'inline' });
  return { schema: json };
};

/** The OpenAPI 3.1 document of every route of the application. */
export function openApiDocument(app: NestFastifyApplication) {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Zhixing 知行')
    .setDescription('Courses, quizzes, progress and team insight. State-changing requests carry X-Requested-With; failures are application/problem+json.')
    .setVersion('1')
    .addCookieAuth('__Host-login')
    .build();
  return SwaggerModule.createDocument(app, config, { standardSchemaConverter: standardSchemaConverter as never });
}

/** Serves the document at /api/openapi.json and a page to read it at /api/docs. */
export function documentApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json', yamlDocumentUrl: 'api/openapi.yaml', customSiteTitle: 'Zhixing API' });
}
