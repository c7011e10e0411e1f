# In the place of apache/kafka: the same release's jars, behind the same folders, user and environment variables.
FROM triad/java:standin
COPY kafka/lib /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
RUN useradd --uid 1000 --user-group --create-home appuser \
    && mkdir -p /opt/kafka/config /opt/kafka/logs /var/lib/kafka/data /etc/kafka/secrets /mnt/shared/config \
    && chown -R appuser:appuser /opt/kafka/config /opt/kafka/logs /var/lib/kafka /etc/kafka/secrets /mnt/shared/config
USER appuser
VOLUME ["/etc/kafka/secrets", "/var/lib/kafka/data", "/mnt/shared/config"]
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
