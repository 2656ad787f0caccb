# The web of the learning map. Built by the same scripts as `make run`; the database is another container.

# --- Debian with what GeoDjango needs; DATABASE_URL says that no database server belongs in here
FROM debian:12-slim AS base
ENV DATABASE_URL=postgis://nobody@nowhere/none \
    LANG=C.UTF-8 \
    NUMBA_CACHE_DIR=/app/numba \
    NUMBA_CPU_NAME=generic \
    PYTHONUNBUFFERED=1
WORKDIR /app
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3 \
    && rm -rf /var/lib/apt/lists/*
COPY scripts/ scripts/
RUN python3 -m scripts packages && rm -rf /var/lib/apt/lists/* .local

# --- Python packages, pages, translations, compiled planner; Node leaves again at the end
FROM base AS build
COPY . .
RUN python3 -m scripts build \
    && python3 -m compileall -q geo spaces routes frontend scripts \
    && rm -rf .local

# --- What runs: nothing but .local and the compiled planner can be written
FROM base AS web
RUN useradd --no-create-home --uid 10001 --home-dir /app --shell /usr/sbin/nologin map \
    && install --directory --owner=map .local
COPY --from=build /app /app
# numba uses a cache only where it may write.
COPY --from=build --chown=map /app/numba numba
USER map
ENV HOST=0.0.0.0 PORT=8000
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=6s --start-period=90s --retries=4 CMD ["python3", "-m", "scripts", "health"]
CMD ["python3", "-m", "scripts", "run"]
