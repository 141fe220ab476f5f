# syntax=docker/dockerfile:1
ARG PYTHON_VERSION=3.12
ARG NODE_VERSION=22

# ---- the front end is built with node and only its result is kept
FROM node:${NODE_VERSION}-bookworm AS assets
WORKDIR /src
ENV NODE_ENV=production \
    CI=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --no-audit --no-fund
COPY frontend/ frontend/
RUN npm run build && rm -rf node_modules

# ---- wheels, so that the final image needs no compiler
FROM python:${PYTHON_VERSION}-slim AS wheels
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        build-essential \
        libpq-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /wheels
COPY requirements.txt .
RUN pip wheel --wheel-dir /wheels -r requirements.txt

# ---- what is shipped: one process, no compiler,
# and nobody is root
FROM python:${PYTHON_VERSION}-slim AS shop
LABEL org.opencontainers.image.title="shop" \
      org.opencontainers.image.source="https://git.example.com/shop/shop" \
      org.opencontainers.image.licenses="MIT"
ARG VERSION=dev
ENV APP_VERSION=${VERSION} \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PORT=8000
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --home-dir /srv --no-create-home app
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 tini \
    && rm -rf /var/lib/apt/lists/*
COPY --from=wheels /wheels /wheels
RUN pip install --no-index --find-links=/wheels /wheels/*.whl && rm -rf /wheels
WORKDIR /srv
COPY --from=assets --chown=app:app /src/dist static/
COPY --chown=app:app . .
RUN python manage.py collectstatic --noinput \
    && python -m compileall -q .
VOLUME ["/srv/media"]
ONBUILD COPY --chown=app:app settings/ settings/
USER app:app
EXPOSE 8000/tcp
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --timeout=3s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://localhost:8000/health')"]
ENTRYPOINT ["tini", "--", "python", "manage.py"]
CMD ["runserver", "0.0.0.0:8000"]
