# In the place of eclipse-temurin: this machine's own Temurin on Debian, with the environment of the original.
FROM triad/debian:standin
COPY jdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
