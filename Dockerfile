FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/NewsBot --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /home/app
COPY --from=build /app /app
RUN mkdir data && chown app data
USER app
VOLUME /home/app/data
ENV Web__Url=http://0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/newsbot.dll"]
CMD ["run"]
