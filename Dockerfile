# 哨子的镜像。国内构建见 docs/deploy.zh-CN.md；没有 `# syntax=` 这一行，因为它要先从国外取一个镜像。
# The image of Shaozi. What is fetched may come from mirrors, all by build arguments: docs/deploy.zh-CN.md.
ARG IMAGE_MIRROR=
ARG NODE_TAG=20-bookworm-slim

FROM ${IMAGE_MIRROR}node:${NODE_TAG} AS build
ARG NPM_REGISTRY=https://registry.npmjs.org
ARG DEBIAN_MIRROR=deb.debian.org
# better-sqlite3 is compiled here, against the headers that came with Node: nothing is fetched from GitHub or nodejs.org
ENV npm_config_build_from_source=true npm_config_nodedir=/usr/local
RUN sed -i "s|deb.debian.org|${DEBIAN_MIRROR}|g" /etc/apt/sources.list.d/debian.sources \
  && apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# of all install scripts only this one is wanted: others fetch engines we do without
RUN npm ci --ignore-scripts --no-audit --no-fund --registry=${NPM_REGISTRY} \
  && npm rebuild better-sqlite3
COPY . .
RUN npm run build
# what only browsers need is in the built pages, and the command line of prisma is no more than a peer of its client
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/.cache node_modules/echarts node_modules/element-plus node_modules/typescript \
  && rm -rf node_modules/prisma node_modules/effect node_modules/@electric-sql node_modules/@prisma/studio-core \
  && rm -rf node_modules/@prisma/dev node_modules/@prisma/query-plan-executor node_modules/@prisma/streams-local \
  && rm -rf node_modules/better-sqlite3/deps node_modules/better-sqlite3/build/Release/obj \
  && rm -rf web/client/src simulator/client/src \
  && chmod +x dist/main.js

FROM ${IMAGE_MIRROR}node:${NODE_TAG}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data TOWN_CONFIG=/town
COPY --from=build /app /app
RUN ln -s /app/dist/main.js /usr/local/bin/shaozi \
  && install -d -o 1000 -g 1000 -m 700 /data \
  && cp -r /app/config/town /town \
  && chown -R 1000:1000 /town
# the set-up page writes .env into the working folder: it must outlive the container
WORKDIR /data
# the user `node` of the image, by number: Kubernetes asks for one
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=1536", "/app/dist/main.js", "start"]
