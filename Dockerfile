# Kokoro Studio for any machine:
#   docker build -t kokoro-studio . && docker run -p 7860:7860 -v kokoro-data:/data kokoro-studio
FROM python:3.12-slim

RUN useradd --create-home --uid 1000 studio && mkdir /data && chown studio /data
WORKDIR /studio
COPY requirements.lock constraints.txt ./
RUN pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock \
    && pip install --no-cache-dir --extra-index-url https://download.pytorch.org/whl/cpu -r constraints.txt
COPY --chown=studio app.py LICENSE NOTICE ./
COPY --chown=studio voices voices
COPY --chown=studio kokoro_studio kokoro_studio

USER studio
ENV GRADIO_SERVER_NAME=0.0.0.0 KOKORO_DATA=/data KOKORO_CACHE=/data/cache
VOLUME /data
EXPOSE 7860
HEALTHCHECK --start-period=60s CMD python -c "import urllib.request as u; u.urlopen('http://127.0.0.1:7860/health')"
CMD ["python", "app.py"]
