# syntax=docker/dockerfile:1
# The site as a container: see compose.yaml for how it is run.

# Every file is checked against its hash in requirements.lock here; what only
# development needs stays behind in this stage.
FROM python:3.11-slim-bookworm AS wheels
COPY requirements.lock .
RUN pip download --quiet --require-hashes -r requirements.lock --dest /wheels

FROM python:3.11-slim-bookworm
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/balitrack
COPY pyproject.toml .
RUN --mount=from=wheels,source=/wheels,target=/wheels \
    python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > /tmp/needed \
    && pip install --quiet --no-cache-dir --no-index --find-links /wheels -r /tmp/needed

COPY manage.py .
COPY balitrack balitrack
COPY meetings meetings
COPY workplans workplans
COPY templates templates
COPY static static

# Uploads and made documents outlive the container in a volume; static files belong to
# the image and are gathered now, with settings that count for this one command.
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/var/lib/balitrack/media \
    DOCUMENT_CACHE_DIR=/var/lib/balitrack/documents
RUN SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=sqlite://:memory: \
    python manage.py collectstatic --noinput --verbosity 0 \
    && useradd --system --home-dir /var/lib/balitrack --create-home balitrack \
    && mkdir -p /var/lib/balitrack/media /var/lib/balitrack/documents \
    && chown -R balitrack: /var/lib/balitrack

USER balitrack
VOLUME /var/lib/balitrack
EXPOSE 8000

# No --preload: each worker must start its own helper process for PDFs, and a helper
# inherited through fork would belong to none of them. The heartbeat file is in memory
# so that a slow disk is not taken for a dead worker.
CMD ["gunicorn", "balitrack.wsgi:application", "--bind", "0.0.0.0:8000", \
     "--worker-class", "gthread", "--workers", "2", "--threads", "4", \
     "--timeout", "120", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-"]
