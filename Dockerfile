# Licet as one image: `node dist/apps/server/src/main.js`, `node dist/apps/worker/src/main.js`, or `node dist/apps/cli/src/main.js COMMAND`.
FROM node:20-bookworm-slim AS build
WORKDIR /licet
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-fund --no-audit
COPY tsconfig.json tsconfig.build.json ./
COPY apps ./apps
COPY libs ./libs
RUN npm run -s build

FROM node:20-bookworm-slim AS packages
WORKDIR /licet
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-fund --no-audit --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 LICET_DATA_DIR=/data
WORKDIR /licet
COPY --from=packages /licet/node_modules ./node_modules
COPY --from=build /licet/dist ./dist
COPY package.json ./
COPY libs/regulation/data ./libs/regulation/data
COPY libs/licensing/data ./libs/licensing/data
COPY templates ./templates
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "dist/apps/server/src/main.js"]
