# In the place of prom/prometheus: Debian's, of an earlier version, behind the same folders and user.
FROM triad/debian:standin
COPY prometheus /bin/prometheus
RUN install -d -o 65534 -g 65534 /prometheus /etc/prometheus
USER 65534:65534
VOLUME /prometheus
WORKDIR /prometheus
ENTRYPOINT ["/bin/prometheus"]
