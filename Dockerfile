# Runs on the machine that builds, whatever the image is for: only the packages and the compiled code depend on that.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source

# Packages have a layer of their own, which is made anew only when one of these files changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/NewsBot/NewsBot.csproj src/NewsBot/
COPY src/NewsBot.Sandbox/NewsBot.Sandbox.csproj src/NewsBot.Sandbox/
RUN dotnet restore src/NewsBot --arch ${TARGETARCH:-amd64} -p:PublishReadyToRun=true

COPY . .
RUN dotnet publish src/NewsBot --no-restore --configuration Release --arch ${TARGETARCH:-amd64} --self-contained false -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# A new volume takes its owner from the folder that it is put on.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
WORKDIR /data
VOLUME /data
ENV Web__Url=http://+:8080 \
    Storage__ConnectionString="Data Source=/data/newsbot.db"
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 CMD ["/app/newsbot", "healthcheck"]
ENTRYPOINT ["/app/newsbot"]
CMD ["run"]
